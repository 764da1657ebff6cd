package io.github.videotasks.ext.download;

import io.github.videotasks.ext.payload.Asset;
import io.github.videotasks.ext.payload.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * Progress of a download.
 *
 * @param id the id of the task
 * @param kind the kind of file
 * @param bytes the bytes received so far, including those of an earlier download; lower than before
 *     if the file has changed at its source and is downloaded again
 * @param total the length of the whole file in bytes; null if the server does not report it
 */
public record DownloadProgress(TaskId id, Asset.Kind kind, long bytes, @Nullable Long total) {}
