package io.github.videotasks.spec.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
import io.github.videotasks.spec.tree.LineNumbers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A contract in YAML with the line of each node.
 *
 * @param file its name in messages
 * @param text its text
 * @param root its tree
 * @param lines the line of each node
 */
record EditedContract(String file, String text, ObjectNode root, LineNumbers lines) {
  private static final String SCHEMAS = "#/components/schemas/";

  /**
   * Parses a contract. The file is untrusted: its size, depth and number of values are limited.
   *
   * @throws EditRefusedException when it is not one YAML document with an object
   */
  static EditedContract parse(String file, byte[] content) {
    EditRefusals refusals = new EditRefusals(file);
    String text = "";
    if (content.length > YamlLimits.DEFAULT.maxBytes()) {
      refusals.add(
          lineAt(content, YamlLimits.DEFAULT.maxBytes()),
          "expected at most " + YamlLimits.DEFAULT.maxBytes() + " bytes, found " + content.length,
          "Copy spec/canonical/openapi.yaml and edit the copy");
    } else {
      text = decode(content, refusals);
    }
    refusals.throwIfAny();
    List<YamlReader.YamlDocument> documents;
    try {
      documents = new YamlReader(YamlLimits.DEFAULT).read(text, file, 1);
    } catch (RejectedInputException e) {
      Finding finding = e.finding();
      refusals.add(finding.location().line(), finding.message(), finding.action());
      refusals.throwIfAny();
      throw e;
    }
    for (YamlReader.YamlDocument document : documents) {
      document
          .findings()
          .forEach(f -> refusals.add(f.location().line(), f.message(), "Write the value plainly"));
    }
    if (documents.size() != 1 || !(documents.get(0).root() instanceof ObjectNode root)) {
      refusals.add(
          documents.size() < 2 ? 1 : documents.get(1).lines().lineOf(documents.get(1).root()),
          "expected one YAML document that is an object, found another",
          "Copy spec/canonical/openapi.yaml and edit the copy");
      refusals.throwIfAny();
      throw new IllegalStateException("refused above");
    }
    refusals.throwIfAny();
    return new EditedContract(file, text, root, documents.get(0).lines());
  }

  private static int lineAt(byte[] content, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      line += content[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  private static String decode(byte[] content, EditRefusals refusals) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      refusals.add(1, "expected UTF-8 text, found other bytes", "Save the file as UTF-8");
      return "";
    }
  }

  /** Returns the schema of a component; a missing node when there is none. */
  JsonNode component(String name) {
    return root.path("components").path("schemas").path(name);
  }

  /**
   * Returns the component to which a schema refers: by {@code $ref}, or by the only schema of
   * {@code allOf}, as a nullable reference does.
   *
   * @return the component's name; empty when the schema refers to none
   */
  static String referenceOf(JsonNode schema) {
    JsonNode all = schema.path("allOf");
    boolean wrapped = all.size() == 1 && !schema.has("properties");
    String ref = (schema.has("$ref") || !wrapped ? schema : all.path(0)).path("$ref").asText();
    return ref.startsWith(SCHEMAS) ? ref.substring(SCHEMAS.length()) : "";
  }
}
