package io.github.videotasks.spec.correct;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.RefusedException;
import io.github.videotasks.spec.page.Limits;
import io.github.videotasks.spec.page.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the Overlay files of a folder, in the order of their names. */
public final class CorrectionReader {
  private final YamlReader yaml = new YamlReader(Limits.DEFAULT);

  /**
   * Reads them.
   *
   * @throws RefusedException when a file is no Overlay 1.0 document, or says neither why nor on
   *     what evidence
   */
  public List<Correction> read(Path folder) throws IOException {
    List<Correction> corrections = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(f -> f.toString().matches(".*\\.overlay\\.ya?ml")).sorted().toList()) {
        corrections.add(read("corrections/" + file.getFileName(), Files.readString(file)));
      }
    }
    return corrections;
  }

  private Correction read(String name, String text) {
    List<YamlReader.Tree> trees = yaml.read(text, name, 1);
    if (trees.size() != 1 || !trees.get(0).root().path("overlay").asText().startsWith("1.0")) {
      throw refused(new Place(name, 1), "expected one Overlay 1.0 document (overlay: 1.0.0)");
    }
    YamlReader.Tree tree = trees.get(0);
    JsonNode root = tree.root();
    for (String key : List.of("x-why", "x-evidence")) {
      if (isBlank(root.path(key))) {
        throw refused(new Place(name, 1), "expected '" + key + "', found none");
      }
    }
    List<Correction.Action> actions = new ArrayList<>();
    for (JsonNode action : root.path("actions")) {
      Place place = new Place(name, tree.lines().of(action));
      boolean removes = action.path("remove").asBoolean();
      if (!action.path("target").isTextual() || removes == action.has("update")) {
        throw refused(place, "expected a 'target' with either 'update' or 'remove: true'");
      }
      actions.add(
          new Correction.Action(
              place,
              action.path("target").textValue(),
              removes ? null : action.get("update"),
              action.path("x-adds").asBoolean()));
    }
    return new Correction(name, root.path("x-why").asText(), actions);
  }

  private static boolean isBlank(JsonNode node) {
    return node.isContainerNode() ? node.isEmpty() : node.asText().isBlank();
  }

  private static RefusedException refused(Place place, String message) {
    return new RefusedException(
        "correction-file", place, message, "Write the file as spec/README.md shows");
  }
}
