package io.github.videotasks.ext.download;

import io.github.videotasks.ext.payload.Asset;
import io.github.videotasks.ext.payload.TaskId;
import java.nio.file.Path;

/**
 * A file that has come home whole.
 *
 * @param id the task's
 * @param kind what the file is
 * @param path where it stands; its name is made of the task's id, its ending follows from its bytes
 * @param bytes its length
 * @param sha256 its digest, 64 lower-case hexadecimal digits
 * @param mediaType such as {@code video/mp4}, as its first bytes say, whatever the server says
 * @param resumedFrom how many of the bytes an earlier, interrupted download had left behind; 0 if
 *     all of them came now
 * @param requests how many requests it took, redirects included
 */
public record Download(
    TaskId id,
    Asset.Kind kind,
    Path path,
    long bytes,
    String sha256,
    String mediaType,
    long resumedFrom,
    int requests) {}
