package io.github.videotasks.cli;

import io.github.videotasks.ext.download.Download;
import java.util.List;

/** Shows the progress of a download, and formats its result. */
final class DownloadReporter implements ProgressView {
  private final CliContext context;
  private final TransferProgress progress;

  DownloadReporter(CliContext context) {
    this.context = context;
    this.progress = new TransferProgress(context.clock());
  }

  TransferProgress progress() {
    return progress;
  }

  @Override
  public void refresh() {
    if (context.display().isLive()) {
      context.display().show(List.of(progress.line()));
    }
  }

  @Override
  public void interrupted() {
    context.display().clear();
    context.err().println("interrupted; run the command again to continue the download");
  }

  /** Returns the line for a downloaded file. */
  static String format(Download download, boolean json) {
    return json
        ? TaskDocument.of(download).line()
        : ExitStatus.oneLine(
            "%s  %,d bytes  %s  sha256 %s"
                .formatted(
                    download.path().normalize(),
                    download.bytes(),
                    download.mediaType(),
                    download.sha256()));
  }
}
