package io.github.videotasks.ext.download;

import io.github.videotasks.ext.payload.Asset;
import io.github.videotasks.ext.payload.TaskId;
import java.nio.file.Path;

/**
 * A completely downloaded file.
 *
 * @param id the id of the task
 * @param kind the kind of file
 * @param path the path of the file; its name is derived from the task id, its extension from the
 *     first bytes
 * @param bytes the length in bytes
 * @param sha256 the SHA-256 digest, 64 lower-case hexadecimal digits
 * @param mediaType the media type detected from the first bytes, such as {@code video/mp4}; the
 *     Content-Type of the server is ignored
 * @param resumedFrom the number of bytes that an earlier, interrupted download had already stored;
 *     0 if all bytes were received now
 * @param requests the number of requests, including redirects
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
