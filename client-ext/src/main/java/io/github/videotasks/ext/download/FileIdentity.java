package io.github.videotasks.ext.download;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a file, to detect that another file has replaced it at its path.
 *
 * @param key device and inode; null on systems that do not report them, such as Windows, where an
 *     open file cannot be replaced
 */
record FileIdentity(@Nullable Object key) {

  /** Returns the identity of the file at a path; symbolic links are not followed. */
  static FileIdentity of(Path path) throws IOException {
    return new FileIdentity(attributes(path).fileKey());
  }

  /** Returns whether the path still is this file, and a regular one. */
  boolean matches(Path path) throws IOException {
    try {
      BasicFileAttributes attributes = attributes(path);
      return attributes.isRegularFile() && Objects.equals(attributes.fileKey(), key);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
  }
}
