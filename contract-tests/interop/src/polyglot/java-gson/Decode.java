import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openapitools.client.JSON;
import org.openapitools.client.model.VideoTask;

/**
 * Decodes each file of a list with the generated model and encodes the model again:
 * {@code Decode LIST OUT} writes {@code OUT/0.json} or {@code OUT/0.error} for the first line, and so on.
 */
final class Decode {
  public static void main(String[] args) throws Exception {
    new JSON(); // Registers the adapters.
    List<String> files = Files.readAllLines(Path.of(args[0]));
    for (int i = 0; i < files.size(); i++) {
      try {
        VideoTask task = VideoTask.fromJson(Files.readString(Path.of(files.get(i))));
        write(Path.of(args[1], i + ".json"), task.toJson());
      } catch (Exception failure) {
        write(Path.of(args[1], i + ".error"), failure.toString());
      }
    }
  }

  /** Writes a text. Unlike {@link Files#writeString} it does not fail for a lone surrogate. */
  private static void write(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
