package io.github.videotasks.spec.observe;

import io.github.videotasks.spec.output.FileTransaction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes examples to {@code observed/PROVIDER/}, beside the pages. */
public final class ObservedFolder {
  private ObservedFolder() {}

  /**
   * Writes the examples that the folder does not have yet; all of them or none.
   *
   * @param specFolder the folder that contains {@code observed/}
   * @param provider the provider's id
   * @param examples their names follow from their content
   * @param notices receives one line when an interrupted change was completed or undone
   * @return the names of the new files
   * @throws IOException when a file cannot be written
   */
  public static List<String> write(
      Path specFolder, String provider, List<ObservedExample> examples, Consumer<String> notices)
      throws IOException {
    List<String> written = new ArrayList<>();
    if (examples.isEmpty()) {
      return written;
    }
    try (FileTransaction change = FileTransaction.begin(specFolder, notices)) {
      for (ObservedExample example : examples) {
        String name = "observed/" + provider + "/" + example.fileName();
        if (change.read(name) == null) {
          change.write(name, example.content());
          written.add(name);
        }
      }
      change.commit();
    }
    return written;
  }
}
