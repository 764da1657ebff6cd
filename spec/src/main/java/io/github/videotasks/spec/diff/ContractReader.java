package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.RefusedException;
import io.github.videotasks.spec.page.Limits;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.page.YamlReader;
import io.github.videotasks.spec.tree.SpecWalk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is to be compared, as hostile input: under the limits that hold for pages, and with
 * references within the document only, because a contract may be anybody's file.
 */
public final class ContractReader {
  private static final int MOST_FILES = 20_000;
  private static final String REMEDY = "Give a file openapi.yaml or a folder that holds one";

  private ContractReader() {}

  /**
   * Reads the files of a contract.
   *
   * @param path an OpenAPI document, or a folder of derived files such as {@code spec/canonical}
   * @return the files by their path below the folder; a lone document is {@code openapi.yaml}
   * @throws RefusedException when a file is larger than a page may be, or there are too many
   */
  public static Map<String, byte[]> read(Path path) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    if (Files.isRegularFile(path)) {
      files.put("openapi.yaml", bytes(path));
      return files;
    }
    if (!Files.isRegularFile(path.resolve("openapi.yaml"))) {
      throw refused("not-openapi", path.toString(), 0, "expected an OpenAPI document, found none");
    }
    try (Stream<Path> found = Files.walk(path)) {
      for (Path file : found.filter(Files::isRegularFile).limit(MOST_FILES + 1L).toList()) {
        if (files.size() == MOST_FILES) {
          throw refused(
              "too-large", path.toString(), 0, "expected at most " + MOST_FILES + " files");
        }
        files.put(path.relativize(file).toString().replace('\\', '/'), bytes(file));
      }
    }
    return files;
  }

  private static byte[] bytes(Path file) throws IOException {
    long size = Files.size(file);
    if (size > Limits.DEFAULT.bytes()) {
      throw refused(
          "too-large",
          file.toString(),
          0,
          "expected at most " + Limits.DEFAULT.bytes() + " bytes, found " + size);
    }
    return Files.readAllBytes(file);
  }

  /**
   * Reads an OpenAPI 3.0 contract that holds no reference to anything outside of it.
   *
   * @param content the document; null gives a missing node
   * @param name the file's name for messages
   */
  static JsonNode contract(byte @Nullable [] content, String name) {
    if (content == null) {
      return MissingNode.getInstance();
    }
    YamlReader.Tree tree = read(content, name);
    if (!(tree.root() instanceof ObjectNode root)
        || !root.path("openapi").asText().startsWith("3.0")) {
      // The models that are compared do not hold the types of 3.1.
      throw refused("not-openapi", name, 1, "expected an OpenAPI 3.0 document, found another");
    }
    SpecWalk.document(root, (kind, node, pointer) -> within(node, tree, name));
    SpecWalk.document(root, (kind, node, pointer) -> resolved(root, node, tree, name));
    return root;
  }

  private static void within(ObjectNode node, YamlReader.Tree tree, String name) {
    JsonNode ref = node.path("$ref");
    if (!ref.isMissingNode() && !(ref.isTextual() && ref.textValue().startsWith("#/"))) {
      String found = Texts.shown(ref.asText());
      throw new RefusedException(
          "foreign-ref",
          new Place(name, tree.lines().of(node, "$ref")),
          "expected a $ref within the document (#/...), found '" + found + "'",
          "Copy what it names into the document");
    }
  }

  private static void resolved(
      ObjectNode root, ObjectNode node, YamlReader.Tree tree, String name) {
    if (node.has("$ref") && !Refs.follow(root, node).isContainerNode()) {
      String ref = Texts.shown(node.path("$ref").asText());
      throw new RefusedException(
          "unresolved-ref",
          new Place(name, tree.lines().of(node, "$ref")),
          "expected '" + ref + "' in the document, found nothing there",
          "Add what it names");
    }
  }

  /** Reads an example or another file of one value. */
  static JsonNode tree(byte[] content, String name) {
    return read(content, name).root();
  }

  private static YamlReader.Tree read(byte[] content, String name) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw refused("not-utf8", name, 0, "expected UTF-8 text, found other bytes");
    }
    List<YamlReader.Tree> trees = new YamlReader(Limits.DEFAULT).read(text, name, 1);
    if (trees.size() != 1) {
      throw refused("not-openapi", name, 1, "expected one document, found " + trees.size());
    }
    return trees.get(0);
  }

  private static RefusedException refused(String rule, String file, int line, String message) {
    return new RefusedException(rule, new Place(file, line), message, REMEDY);
  }
}
