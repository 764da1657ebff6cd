package io.github.videotasks.spec.correct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.RefusedException;
import io.github.videotasks.spec.page.KnownKeys;
import io.github.videotasks.spec.page.Limits;
import io.github.videotasks.spec.page.TextFile;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.page.YamlReader;
import io.github.videotasks.spec.tree.Lines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the Overlay files of a folder, in the order of their names. */
public final class CorrectionReader {
  private static final List<String> KEYS =
      List.of("overlay", "info", "extends", "actions", "x-why", "x-evidence");
  private static final List<String> ACTION =
      List.of("target", "description", "update", "remove", "x-adds");
  private static final String NAME = "[A-Za-z0-9._-]{1,120}";

  private final YamlReader yaml = new YamlReader(Limits.DEFAULT);

  /**
   * Reads them.
   *
   * @throws RefusedException when a file is no Overlay 1.0 document, says neither why nor on what
   *     evidence, or has a key, target or name that cannot be meant; the finding names the line
   */
  public List<Correction> read(Path folder) throws IOException {
    List<Correction> corrections = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = "corrections/" + file.getFileName();
        if (name.matches(".*\\.overlay\\.ya?ml")) {
          corrections.add(read(name, TextFile.read(file, name)));
        } else if (name.matches("(?i).*\\.(ya?ml|json)")) {
          throw refused(
              new Place(name, 0), "expected a name that ends in .overlay.yaml, found another");
        }
      }
    }
    return corrections;
  }

  private Correction read(String name, String text) {
    List<YamlReader.Tree> trees = yaml.read(text, name, 1);
    if (trees.size() != 1
        || !(trees.get(0).root() instanceof ObjectNode root)
        || !root.path("overlay").asText().startsWith("1.0")) {
      throw refused(new Place(name, 1), "expected one Overlay 1.0 document (overlay: 1.0.0)");
    }
    Lines lines = trees.get(0).lines();
    keys(name, lines, root, KEYS);
    for (String key : List.of("x-why", "x-evidence")) {
      if (isBlank(root.path(key))) {
        throw refused(new Place(name, 1), "expected '" + key + "', found none");
      }
    }
    JsonNode written = root.path("actions");
    if (!written.isArray() || written.isEmpty()) {
      throw refused(
          new Place(name, lines.of(root, "actions")), "expected a list of actions, found none");
    }
    List<Correction.Action> actions = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      Place place = new Place(name, lines.of(written, i));
      if (!(written.get(i) instanceof ObjectNode action)) {
        throw refused(place, "expected an action with a 'target', found another thing");
      }
      actions.add(action(name, lines, action, place));
    }
    return new Correction(name, root.path("x-why").asText(), actions);
  }

  private static Correction.Action action(
      String name, Lines lines, ObjectNode action, Place place) {
    keys(name, lines, action, ACTION);
    for (String flag : List.of("remove", "x-adds")) {
      if (action.has(flag) && !action.path(flag).isBoolean()) {
        throw refused(
            new Place(name, lines.of(action, flag)), "expected true or false for '" + flag + "'");
      }
    }
    boolean removes = action.path("remove").asBoolean();
    if (!action.path("target").isTextual() || removes == action.has("update")) {
      throw refused(place, "expected a 'target' with either 'update' or 'remove: true'");
    }
    String target = action.path("target").textValue();
    try {
      JsonPath.compile(target);
    } catch (InvalidPathException e) {
      throw refused(
          new Place(name, lines.of(action, "target")),
          "expected a JSONPath as the target, found '" + Texts.shown(target) + "'");
    }
    names(name, lines, action.path("update"));
    return new Correction.Action(
        place, target, removes ? null : action.get("update"), action.path("x-adds").asBoolean());
  }

  private static void keys(String name, Lines lines, ObjectNode object, List<String> known) {
    String stray = KnownKeys.stray(object, known);
    if (stray != null) {
      throw refused(new Place(name, lines.of(object, stray)), KnownKeys.problem(stray, known));
    }
  }

  /** A name of a component becomes the name of a class and of its file. */
  private static void names(String name, Lines lines, JsonNode update) {
    JsonNode given = update.get("x-name");
    if (given != null && !(given.isTextual() && given.textValue().matches(NAME))) {
      throw refused(
          new Place(name, lines.of(update, "x-name")),
          "expected an x-name of letters, digits, '.', '_' and '-', found '"
              + Texts.shown(given.asText())
              + "'");
    }
    update.forEach(inner -> names(name, lines, inner));
  }

  private static boolean isBlank(JsonNode node) {
    return node.isContainerNode() ? node.isEmpty() : node.asText().isBlank();
  }

  private static RefusedException refused(Place place, String message) {
    return new RefusedException(
        "correction-file", place, message, "Write the file as spec/README.md shows");
  }
}
