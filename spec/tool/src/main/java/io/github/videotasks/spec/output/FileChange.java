package io.github.videotasks.spec.output;

import org.jspecify.annotations.Nullable;

/**
 * The change of one file.
 *
 * @param name the path below the folder
 * @param before the SHA-256 before the change; null when the file does not exist
 * @param after the SHA-256 after the change; null when the file is deleted
 */
record FileChange(String name, @Nullable String before, @Nullable String after) {}
