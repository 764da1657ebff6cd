package io.github.videotasks.ext.download;

import io.github.videotasks.ext.payload.Asset;
import io.github.videotasks.ext.payload.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * How far a download is.
 *
 * @param id the task's
 * @param kind what the file is
 * @param bytes the bytes so far, those of an earlier download included; fewer than before if the
 *     file has changed at its source and is fetched anew
 * @param total the length of the whole file; null if the server does not say
 */
public record DownloadProgress(TaskId id, Asset.Kind kind, long bytes, @Nullable Long total) {}
