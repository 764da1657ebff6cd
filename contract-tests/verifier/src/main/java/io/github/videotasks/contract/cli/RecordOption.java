package io.github.videotasks.contract.cli;

import io.github.videotasks.contract.provider.ResponseListener;
import io.github.videotasks.contract.recording.LiveRecording;
import io.github.videotasks.contract.recording.RecordingFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The recording that a run leaves. */
final class RecordOption {

  @Option(
      names = "--record",
      paramLabel = "DIR",
      description =
          "The folder for a masked recording of what the host responds, without keys, task ids and"
              + " signatures. 'replay --recorded DIR' serves it. Written at the end of the run.")
  private @Nullable Path folder;

  private @Nullable LiveRecording recording;

  /**
   * Starts the recording, if there is to be one.
   *
   * @param token the key of the run; null when no key is sent
   * @return what must be notified of the responses
   * @throws IllegalArgumentException when the folder has other files or the key is not valid; the
   *     message starts with the option
   */
  ResponseListener start(String provider, @Nullable String token) {
    if (folder == null) {
      return (interaction, taskId, response) -> {};
    }
    try {
      new RecordingFolder(folder).prepare(provider);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--record: " + e.getMessage(), e);
    }
    try {
      LiveRecording started = new LiveRecording(token, InstantSource.system());
      recording = started;
      return started;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--token-env: " + e.getMessage(), e);
    }
  }

  /** Writes the recording and prints one line, if there is to be one. */
  void write(String provider, PrintWriter out) throws IOException {
    if (folder != null && recording != null) {
      out.println(new RecordingFolder(folder).write(provider, recording));
    }
  }
}
