import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openapitools.client.JSON;
import org.openapitools.client.model.VideoTask;

/**
 * Reads each file that a list names into the generated model and writes what the model gives back:
 * {@code Decode LIST OUT} makes {@code OUT/0.json} or {@code OUT/0.error} of the first line, and so on.
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

  /** Unlike {@link Files#writeString}, this does not fail at half a character. */
  private static void write(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
