package io.github.videotasks.spec.correct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.KnownKeys;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.TextFile;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
import io.github.videotasks.spec.tree.LineNumbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the Overlay files of a folder, in the order of their names. */
public final class CorrectionReader {
  private static final List<String> DOCUMENT_KEYS =
      List.of("overlay", "info", "extends", "actions", "x-why", "x-evidence");
  private static final List<String> ACTION_KEYS =
      List.of("target", "description", "update", "remove", "x-adds");
  private static final String NAME_PATTERN = "[A-Za-z0-9._-]{1,120}";

  private final YamlReader yaml = new YamlReader(YamlLimits.DEFAULT);
  private final List<Finding> findings = new ArrayList<>();

  /** Creates a reader without findings. */
  public CorrectionReader() {}

  /** {@return a finding for each file whose reason or evidence nobody has written yet} */
  public List<Finding> findings() {
    return findings;
  }

  /**
   * Reads all Overlay files of a folder.
   *
   * @param folder the folder; files other than YAML and JSON are ignored
   * @return the corrections, in the order of their file names
   * @throws RejectedInputException when a file is not an Overlay 1.0 document, lacks {@code x-why}
   *     or {@code x-evidence}, or has an unknown key, an invalid target or an invalid name; the
   *     finding names the line
   * @throws IOException when a file cannot be read
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
              new SourceLocation(name, 0),
              "expected a name that ends in .overlay.yaml, found another extension");
        }
      }
    }
    return corrections;
  }

  private Correction read(String name, String text) {
    List<YamlReader.YamlDocument> trees = yaml.read(text, name, 1);
    if (trees.size() != 1
        || !(trees.get(0).root() instanceof ObjectNode root)
        || !root.path("overlay").asText().startsWith("1.0")) {
      throw refused(
          new SourceLocation(name, 1), "expected one Overlay 1.0 document (overlay: 1.0.0)");
    }
    LineNumbers lines = trees.get(0).lines();
    checkKeys(name, lines, root, DOCUMENT_KEYS);
    for (String key : List.of("x-why", "x-evidence")) {
      if (isBlank(root.path(key))) {
        throw refused(new SourceLocation(name, 1), "expected '" + key + "', found none");
      }
      if (CorrectionPlaceholders.isPlaceholder(root.path(key))) {
        findings.add(
            new Finding(
                "correction-unexplained",
                Severity.WARNING,
                new SourceLocation(name, lines.lineOf(root, key)),
                "expected '" + key + "' as a person writes it, found a placeholder",
                "Applied; write it"));
      }
    }
    JsonNode written = root.path("actions");
    if (!written.isArray() || written.isEmpty()) {
      throw refused(
          new SourceLocation(name, lines.lineOf(root, "actions")),
          "expected a list of actions, found none");
    }
    List<Correction.OverlayAction> actions = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      SourceLocation location = new SourceLocation(name, lines.lineOf(written, i));
      if (!(written.get(i) instanceof ObjectNode action)) {
        throw refused(location, "expected an action with a 'target', found another type of value");
      }
      actions.add(parseAction(name, lines, action, location));
    }
    return new Correction(name, root.path("x-why").asText(), actions);
  }

  private static Correction.OverlayAction parseAction(
      String name, LineNumbers lines, ObjectNode action, SourceLocation location) {
    checkKeys(name, lines, action, ACTION_KEYS);
    for (String flag : List.of("remove", "x-adds")) {
      if (action.has(flag) && !action.path(flag).isBoolean()) {
        throw refused(
            new SourceLocation(name, lines.lineOf(action, flag)),
            "expected true or false for '" + flag + "'");
      }
    }
    boolean removes = action.path("remove").asBoolean();
    if (!action.path("target").isTextual() || removes == action.has("update")) {
      throw refused(location, "expected a 'target' with either 'update' or 'remove: true'");
    }
    String target = action.path("target").textValue();
    try {
      JsonPath.compile(target);
    } catch (InvalidPathException e) {
      throw refused(
          new SourceLocation(name, lines.lineOf(action, "target")),
          "expected a JSONPath as the target, found '" + MessageText.excerpt(target) + "'");
    }
    checkNames(name, lines, action.path("update"));
    return new Correction.OverlayAction(
        location, target, removes ? null : action.get("update"), action.path("x-adds").asBoolean());
  }

  private static void checkKeys(
      String name, LineNumbers lines, ObjectNode object, List<String> known) {
    String unknown = KnownKeys.firstUnknown(object, known);
    if (unknown != null) {
      throw refused(
          new SourceLocation(name, lines.lineOf(object, unknown)),
          KnownKeys.message(unknown, known));
    }
  }

  /** Component names are restricted because they become names of classes and files. */
  private static void checkNames(String name, LineNumbers lines, JsonNode update) {
    JsonNode component = update.get("x-name");
    if (component != null
        && !(component.isTextual() && component.textValue().matches(NAME_PATTERN))) {
      throw refused(
          new SourceLocation(name, lines.lineOf(update, "x-name")),
          "expected an x-name of letters, digits, '.', '_' and '-', found '"
              + MessageText.excerpt(component.asText())
              + "'");
    }
    update.forEach(inner -> checkNames(name, lines, inner));
  }

  private static boolean isBlank(JsonNode node) {
    return node.isContainerNode() ? node.isEmpty() : node.asText().isBlank();
  }

  private static RejectedInputException refused(SourceLocation location, String message) {
    return new RejectedInputException(
        "correction-file", location, message, "Write the file as spec/TOOL.md shows");
  }
}
