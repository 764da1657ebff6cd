package io.github.videotasks.spec.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.videotasks.spec.SourcePaths;
import io.github.videotasks.spec.TestPages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits of contracts whose schemas have no names of corrections, or unusual forms. */
class ContractEditTest {
  private static final String OVERLAY = "010-edit";

  @TempDir Path folder;
  private TestPages pages;

  @BeforeEach
  void createFolder() throws IOException {
    pages = TestPages.in(folder);
  }

  @Test
  void editsComponentWithDerivedName() throws IOException {
    pages.addGetPage("a.md", "/a", "schema: {type: object, properties: {b: {type: string}}}\n");
    String actions = yieldedBy("Declared only.", "The b.");
    assertThat(actions)
        .isEqualTo(
            """
            actions:
              - target: "$.paths['/a'].get.responses['200'].content['application/json'].schema\
            .properties.b"
                update:
                  description: The b.
            """);
  }

  @Test
  void renamesComponentWithDerivedName() throws IOException {
    pages.addGetPage("a.md", "/a", "schema: {type: object, properties: {b: {type: string}}}\n");
    assertThat(yieldedBy("OpResponse", "Task")).contains("update:\n      x-name: Task\n");
  }

  @Test
  void keepsDerivedNamesBelowRenamedComponent() throws IOException {
    pages.addGetPage(
        "a.md",
        "/a",
        "schema: {type: object, properties: {b: {type: object, properties: {c: {type:"
            + " string}}}}}\n");
    // The name of the inner component is derived from the outer one, so it must be given.
    assertThat(yieldedBy("OpResponse\"", "Task\"", "    OpResponse:\n", "    Task:\n"))
        .contains("x-name: Task", "x-name: OpResponseB");
  }

  @Test
  void unitesComponentsUnderOneName() throws IOException {
    String media = "schema: {type: object, properties: {b: {type: string}}}\n";
    pages.addGetPage("a.md", "/a", media).addGetPage("b.md", "/b", media);
    String contract = TestPages.text(pages.derive(), "openapi.yaml");
    ObjectNode root = EditKind.parse(contract);
    ObjectNode schemas = (ObjectNode) root.at("/components/schemas");
    List<String> names = new ArrayList<>();
    schemas.fieldNames().forEachRemaining(names::add);
    assertThat(names).hasSize(2);
    ContractTree.rewriteReferences(root, names.get(1), names.get(0));
    schemas.remove(names.get(1));
    // The two are united with the evidence of both pages.
    ((ArrayNode) schemas.at("/" + names.get(0) + "/properties/b/x-providers")).add("b");
    assertThat(overlay(contract, EditKind.write(root)))
        .isEqualTo(
            """
            actions:
              - target: "$.paths['/a','/b'].get.responses['200'].content['application/json'].schema"
                update:
                  x-name: NAME
            """
                .replace("NAME", names.get(0)));
  }

  @Test
  void editsRecursiveComponent() throws IOException {
    pages.addPage(
        "a.md",
        TestPages.getDocument("/a", "schema: {$ref: '#/components/schemas/Node'}\n")
            + """
            components:
              schemas:
                Node:
                  type: object
                  properties:
                    name: {type: string, description: A name.}
                    next: {$ref: '#/components/schemas/Node'}
            """);
    assertThat(yieldedBy("description: A name.", "description: The name."))
        .contains("schema.properties.name\"\n    update:\n      description: The name.");
  }

  @Test
  void setsTypeOfFieldWithoutType() throws IOException {
    pages
        .addGetPage("a.md", "/a", "schema: {type: object, properties: {b: {type: string}}}\n")
        .addGetPage("b.md", "/a", "schema: {type: object, properties: {b: {type: boolean}}}\n");
    String contract = TestPages.text(pages.derive(), "openapi.yaml");
    ObjectNode root = EditKind.parse(contract);
    ObjectNode field = (ObjectNode) root.at("/components/schemas/OpResponse/properties/b");
    assertThat(field.remove("x-declared")).isNotNull();
    ContractTree.putBefore(field, "type", TextNode.valueOf("string"), "nullable", "description");
    assertThat(overlay(contract, EditKind.write(root))).contains("update:\n      type: string\n");
  }

  @Test
  void refusesProvidersOfField() throws IOException {
    pages.addGetPage("a.md", "/a", "schema: {type: object, properties: {b: {type: string}}}\n");
    String contract = TestPages.text(pages.derive(), "openapi.yaml");
    assertThatThrownBy(
            () -> overlay(contract, contract.replace("            - a\n", "            - z\n")))
        .hasMessage(
            "e.yaml:"
                + (lineOf(contract, "            - a") - 1)
                + ": [edit-refused] expected 'x-providers' as derived ([\"a\"]), found another"
                + " value. Restore it: it says what the pages declare and show.");
  }

  @Test
  void reportsEachLineOfAnotherForm() throws IOException {
    pages.addGetPage("a.md", "/a", "schema: {type: object, properties: {b: {type: string}}}\n");
    String contract = TestPages.text(pages.derive(), "openapi.yaml");
    String edited =
        contract
            .replace("  title: Test\n", "  # The title.\n  title: 'Test'\n")
            .replace("description: fine", "description:  fine");
    int last = lineOf(contract, "          description: fine") + 1;
    assertThatThrownBy(() -> overlay(contract, edited))
        .hasMessage(
            ("e.yaml:3: [edit-refused] expected no comment or blank line, which the derived"
                    + " contract cannot keep, found '# The title.'. REMEDY\n"
                    + "e.yaml:4: [edit-refused] expected '  title: Test', found '  title:"
                    + " 'Test''. REMEDY\n"
                    + "e.yaml:"
                    + last
                    + ": [edit-refused] expected '          description: fine', found '         "
                    + " description:  fine'. REMEDY")
                .replace(
                    "REMEDY",
                    "Write the line as the tool writes it, or undo it; the edit changes nothing"
                        + " else."));
  }

  private static int lineOf(String text, String line) {
    return List.of(text.split("\n")).indexOf(line) + 1;
  }

  /** Replaces texts by turns, checks the result and returns the actions. */
  private String yieldedBy(String... replacements) throws IOException {
    String contract = TestPages.text(pages.derive(), "openapi.yaml");
    String edited = contract;
    for (int i = 0; i < replacements.length; i += 2) {
      edited = edited.replace(replacements[i], replacements[i + 1]);
    }
    assertThat(edited).isNotEqualTo(contract);
    return overlay(contract, edited);
  }

  /** Returns the actions; the contract that they yield must be the edited one. */
  private String overlay(String contract, String edited) throws IOException {
    ContractEdit.OverlayTexts texts =
        new ContractEdit.OverlayTexts(OVERLAY + ".overlay.yaml", "a", "b", List.of("c"));
    byte[] overlay =
        new ContractEdit(SourcePaths.of(folder), contract.getBytes(UTF_8), texts)
            .toOverlay("e.yaml", edited.getBytes(UTF_8));
    String text = new String(overlay, UTF_8);
    pages.addFile("corrections/" + OVERLAY + ".overlay.yaml", text);
    assertThat(TestPages.text(pages.derive(), "openapi.yaml")).isEqualTo(edited);
    return text.substring(text.indexOf("actions:"));
  }
}
