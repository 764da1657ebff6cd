package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.output.OutputFolder;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
import io.github.videotasks.spec.tree.OpenApiWalker;
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
 * Reads contracts for a comparison. A contract may come from an untrusted source, so it is read
 * under the limits for pages, and only references within the document are allowed.
 */
public final class ContractReader {
  private static final String CONTRACT = "openapi.yaml";
  private static final int MAX_FILES = 20_000;
  private static final String REMEDY = "Pass a file openapi.yaml or a folder that contains one";

  private ContractReader() {}

  /**
   * Reads the files of a contract.
   *
   * @param path an OpenAPI document, or a folder of derived files such as {@code spec/canonical}
   * @return the files by their path below the folder; a single document is {@code openapi.yaml}
   * @throws RejectedInputException when a file exceeds the size limit of pages, there are too many
   *     files, or there is no OpenAPI document
   * @throws IOException when a file cannot be read
   */
  public static Map<String, byte[]> read(Path path) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    if (Files.isRegularFile(path)) {
      files.put(CONTRACT, readBytes(path));
      return files;
    }
    requireContract(Files.isRegularFile(path.resolve(CONTRACT)), path.toString());
    try (Stream<Path> found = Files.walk(path)) {
      for (Path file :
          found
              .filter(Files::isRegularFile)
              .filter(file -> !OutputFolder.isOwnFile(nameBelow(path, file)))
              .limit(MAX_FILES + 1L)
              .toList()) {
        requireFileCount(files.size() + 1, path.toString());
        files.put(nameBelow(path, file), readBytes(file));
      }
    }
    return files;
  }

  private static String nameBelow(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static byte[] readBytes(Path file) throws IOException {
    requireSize(file.toString(), Files.size(file));
    return Files.readAllBytes(file);
  }

  /**
   * Refuses a folder with more files than a contract has.
   *
   * @param count the number of files in it
   * @param folder the folder, for the message
   */
  public static void requireFileCount(int count, String folder) {
    if (count > MAX_FILES) {
      throw refused("too-large", folder, 0, "expected at most " + MAX_FILES + " files, found more");
    }
  }

  /**
   * Refuses a file that is larger than a page may be.
   *
   * @param file the file, for the message
   * @param size its size in bytes
   */
  public static void requireSize(String file, long size) {
    if (size > YamlLimits.DEFAULT.maxBytes()) {
      throw refused(
          "too-large",
          file,
          0,
          "expected at most " + YamlLimits.DEFAULT.maxBytes() + " bytes, found " + size);
    }
  }

  /**
   * Refuses a folder without a contract.
   *
   * @param present whether {@code openapi.yaml} was found
   * @param folder the folder, for the message
   */
  public static void requireContract(boolean present, String folder) {
    if (!present) {
      throw refused("not-openapi", folder, 0, "expected an OpenAPI document, found none");
    }
  }

  /**
   * Parses an OpenAPI 3.0 contract without external references.
   *
   * @param content the document; a missing node is returned for null
   * @param name the file's name for messages
   * @return the document; a missing node for null
   */
  public static JsonNode parseContract(byte @Nullable [] content, String name) {
    if (content == null) {
      return MissingNode.getInstance();
    }
    YamlReader.YamlDocument tree = read(content, name);
    if (!(tree.root() instanceof ObjectNode root)
        || !root.path("openapi").asText().startsWith("3.0")) {
      // The models of openapi-diff cannot represent the types of 3.1.
      throw refused(
          "not-openapi", name, 1, "expected an OpenAPI 3.0 document, found another document");
    }
    OpenApiWalker.walkDocument(root, (kind, node) -> requireLocalRef(node, tree, name));
    OpenApiWalker.walkDocument(root, (kind, node) -> requireResolvedRef(root, node, tree, name));
    return root;
  }

  private static void requireLocalRef(ObjectNode node, YamlReader.YamlDocument tree, String name) {
    JsonNode ref = node.path("$ref");
    if (!ref.isMissingNode() && !(ref.isTextual() && ref.textValue().startsWith("#/"))) {
      String found = MessageText.excerpt(ref.asText());
      throw new RejectedInputException(
          "foreign-ref",
          new SourceLocation(name, tree.lines().lineOf(node, "$ref")),
          "expected a $ref within the document (#/...), found '" + found + "'",
          "Copy the referenced value into the document");
    }
  }

  private static void requireResolvedRef(
      ObjectNode root, ObjectNode node, YamlReader.YamlDocument tree, String name) {
    if (node.has("$ref") && !SchemaRefs.resolve(root, node).isContainerNode()) {
      String ref = MessageText.excerpt(node.path("$ref").asText());
      throw new RejectedInputException(
          "unresolved-ref",
          new SourceLocation(name, tree.lines().lineOf(node, "$ref")),
          "expected '" + ref + "' in the document, found nothing there",
          "Add the referenced value");
    }
  }

  /**
   * Parses an example or another file that contains one value.
   *
   * @param content YAML or JSON
   * @param name the file's name for messages
   * @return the root of the only document
   */
  public static JsonNode parseValue(byte[] content, String name) {
    return read(content, name).root();
  }

  private static YamlReader.YamlDocument read(byte[] content, String name) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw refused("not-utf8", name, 0, "expected UTF-8 text, found other bytes");
    }
    List<YamlReader.YamlDocument> trees = new YamlReader(YamlLimits.DEFAULT).read(text, name, 1);
    if (trees.size() != 1) {
      throw refused("not-openapi", name, 1, "expected one document, found " + trees.size());
    }
    return trees.get(0);
  }

  private static RejectedInputException refused(
      String rule, String file, int line, String message) {
    return new RejectedInputException(rule, new SourceLocation(file, line), message, REMEDY);
  }
}
