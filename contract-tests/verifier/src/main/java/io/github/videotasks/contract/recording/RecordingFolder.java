package io.github.videotasks.contract.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.github.videotasks.client.runtime.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of recordings, with one file for each provider. A file is replaced as a whole, at the
 * end of a run: a run that is killed leaves the one of the run before.
 *
 * @param path the folder
 */
public record RecordingFolder(Path path) {

  /** The first line of a file begins with it. Increased when a reader must be changed. */
  static final String HEADER = "{\"recording\":{\"form\":\"contract-verifier 1\",";

  static final String EXTENSION = ".ndjson";
  private static final String UNFINISHED = EXTENSION + ".tmp";

  /**
   * Creates the folder, and checks that a recording can be written: a run may take minutes.
   *
   * @param provider the id of the provider
   * @throws IllegalArgumentException when the folder has other files or cannot be written
   */
  public void prepare(String provider) {
    if (!RecordedNames.isProvider(provider)) {
      throw new IllegalArgumentException(
          "expected a provider whose id can be the name of a file, found '%s'".formatted(provider));
    }
    try {
      Files.createDirectories(path);
      for (Path file : files()) {
        if (!isRecording(file) && !isUnfinished(file)) {
          throw new IllegalArgumentException(
              "expected an empty folder or one of recordings, found %s in %s. Pass another folder."
                  .formatted(file.getFileName(), path));
        }
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "expected a folder, cannot create or read %s: %s"
              .formatted(path, e.getClass().getSimpleName()),
          e);
    }
    if (!Files.isWritable(path)) {
      throw new IllegalArgumentException("expected a folder that can be written, found " + path);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.sorted().toList();
    }
  }

  /** What a killed process left. */
  private static boolean isUnfinished(Path file) {
    return file.toString().endsWith(UNFINISHED) && Files.isRegularFile(file, NOFOLLOW_LINKS);
  }

  private static boolean isRecording(Path file) throws IOException {
    if (!file.toString().endsWith(EXTENSION) || !Files.isRegularFile(file, NOFOLLOW_LINKS)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEADER.length()), UTF_8).equals(HEADER);
    }
  }

  /**
   * Returns the files of recordings, sorted.
   *
   * @throws IOException when one is a folder, a link or a pipe, which might never end
   */
  List<Path> recordings() throws IOException {
    List<Path> found =
        files().stream().filter(file -> file.toString().endsWith(EXTENSION)).toList();
    for (Path file : found) {
      if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
        throw new IOException(
            "%s: expected the file of a recording, found a folder, a link or a pipe"
                .formatted(file));
      }
    }
    return found;
  }

  /**
   * Writes the recording of a provider, in the place of an earlier one; nothing if it is empty.
   *
   * @param provider the provider's id
   * @param recording the masked responses of one run
   * @return one line for the user
   * @throws IOException when the file cannot be written; then the earlier one is unchanged
   */
  public String write(String provider, LiveRecording recording) throws IOException {
    String left =
        recording.dropped() == 0
            ? ""
            : " Left out: %d with more JSON values than a recording holds."
                .formatted(recording.dropped());
    List<String> lines = recording.lines();
    if (lines.isEmpty()) {
      return "Recorded nothing: there was no response to record." + left;
    }
    Path file = path.resolve(provider + EXTENSION);
    replace(file, header(provider, recording.dropped()) + "\n" + String.join("\n", lines) + "\n");
    return "Recorded %d responses, masked, in %s. Read it before you send it to anybody.%s"
        .formatted(lines.size(), file, left);
  }

  private static String header(String provider, int dropped) {
    String properties = JsonValue.of(Map.of("provider", JsonValue.of(provider))).json();
    return HEADER
        + properties.substring(1, properties.length() - 1)
        + ",\"dropped\":"
        + dropped
        + "}}";
  }

  private void replace(Path file, String text) throws IOException {
    Path unfinished = path.resolve("." + file.getFileName() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            unfinished,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                NOFOLLOW_LINKS))) {
      ByteBuffer bytes = UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
