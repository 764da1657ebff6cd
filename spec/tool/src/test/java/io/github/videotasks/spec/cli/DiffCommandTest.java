package io.github.videotasks.spec.cli;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.videotasks.spec.write.Sha256;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  private static final String CONTRACT =
      """
      openapi: 3.0.3
      info: {title: T, version: 1.2.3}
      paths:
        /a:
          get:
            operationId: getA
            responses:
              '200':
                description: A | b <i>
                content:
                  application/json:
                    schema: {type: object, properties: {n: {type: string}}}
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("old.yaml"), CONTRACT);
    Files.writeString(folder.resolve("text.yaml"), CONTRACT.replace("A | b <i>", "B"));
    Files.writeString(folder.resolve("code.yaml"), CONTRACT.replace("getA", "readA"));
    Files.writeString(folder.resolve("breaks.yaml"), CONTRACT.replace("n: {type: string}", ""));
  }

  @Test
  void returnsOneOnlyForBreakingWireChange() {
    assertThat(diff("old.yaml", "old.yaml")).isZero();
    assertThat(diff("old.yaml", "text.yaml")).isZero();
    assertThat(diff("old.yaml", "code.yaml")).isZero();
    assertThat(diff("old.yaml", "breaks.yaml")).isEqualTo(1);
  }

  @Test
  void printsChangesAndVersionStep() {
    diff("old.yaml", "breaks.yaml");
    assertThat(out.toString())
        .isEqualTo(
            """
            breaking: GET /a
              200 application/json.n: optional field removed: string -> (nothing) [c6e3ddf0b9]
            version step: major
            """);
  }

  @Test
  void printsJson() {
    diff("old.yaml", "code.yaml", "--format=json");
    assertThat(out.toString())
        .isEqualTo(
            """
            {
              "version": 1,
              "kind": "changes",
              "step": "major",
              "entries": [
                {
                  "id": "cbc538b26d",
                  "class": "breaking",
                  "impact": "breaking for generated code only",
                  "severity": "warning",
                  "rule": "operation-id-changed",
                  "operations": [
                    "GET /a"
                  ],
                  "field": "",
                  "what": "operationId changed",
                  "before": "getA",
                  "after": "readA",
                  "note": "",
                  "providers": [],
                  "places": []
                }
              ]
            }
            """);
  }

  @Test
  void escapesPageTextInMarkdown() {
    diff("old.yaml", "text.yaml", "--format=markdown");
    assertThat(out.toString())
        .isEqualTo(
            """
            # Review of changes

            Version step: **patch**. Changes: 1 compatible.

            ## Compatible

            ### `GET /a`

            * `200`: description changed: `A | b <i>` → `B`\\
              no effect on clients; id `c82d8790d5`
            """);
  }

  @Test
  void printsChangelogEntryWithNextVersion() {
    diff("old.yaml", "breaks.yaml", "--format=changelog");
    assertThat(out.toString())
        .startsWith("## 2.0.0\n\n`openapi.yaml`: SHA-256 `")
        .endsWith(
            """
            `

            ### Breaking

            * GET /a 200 application/json.n: optional field removed: string -> (nothing)
            """);
  }

  @Test
  void omitsTextsFromChangelogEntry() {
    diff("old.yaml", "text.yaml", "--format=changelog");
    assertThat(out.toString())
        .startsWith("## 1.2.4\n")
        .endsWith("\n### Texts and extensions\n\n* GET /a 200: description changed\n");
  }

  @Test
  void keepsHigherVersion() throws IOException {
    String higher = CONTRACT.replace("1.2.3", "3.0.0").replace("getA", "readA");
    Files.writeString(folder.resolve("higher.yaml"), higher);
    diff("old.yaml", "higher.yaml", "--format=changelog");
    String sha256 = Sha256.hex(higher.getBytes(StandardCharsets.UTF_8));
    assertThat(out.toString())
        .isEqualTo(
            """
            ## 3.0.0

            `openapi.yaml`: SHA-256 `%s`

            ### Breaking for generated code only

            * GET /a: operationId changed: getA -> readA
            """
                .formatted(sha256));
  }

  @Test
  void rejectsChangelogWithoutSemanticVersion() throws IOException {
    Files.writeString(folder.resolve("odd.yaml"), CONTRACT.replace("1.2.3", "v1"));
    assertThat(diff("odd.yaml", "old.yaml", "--format=changelog")).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo(
            "openapi.yaml: [odd-version] expected an info.version such as 1.0.0, found 'v1'."
                + " Set info.version to a semantic version.\n");
  }

  @Test
  void comparesExamplesOfFolders() throws IOException {
    writeContractFolder("one", "{\"n\": \"a\"}");
    writeContractFolder("two", "{\"n\": \"a\", \"m\": 1}");
    assertThat(diff("one", "two")).isZero();
    assertThat(out.toString())
        .isEqualTo(
            """
            compatible: Whole contract
              examples/acme/1.json: example changed, shows a new property, m: (nothing) -> integer [c356579600]
            version step: minor
            """);
  }

  @Test
  void returnsTwoForUsageError() {
    assertThat(diff("old.yaml", "none.yaml")).isEqualTo(2);
    assertThat(err.toString()).startsWith("expected a file or folder, found none at ");
    assertThat(diff("old.yaml", "text.yaml", "--format=xml")).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "--format: expected text, json, markdown, html, github, sarif, junit or changelog,"
                + " found xml");
    assertThat(diff("old.yaml")).isEqualTo(2);
  }

  @Test
  void reportsMissingRevisionAsOneLine() {
    StringWriter err = new StringWriter();
    String[] args = {"diff", "no-such-revision:spec", "HEAD:spec"};
    assertThat(SpecTool.run(new PrintWriter(out), new PrintWriter(err, true), args)).isEqualTo(2);
    // Which of the two depends on the machine.
    assertThat(err.toString().lines())
        .singleElement(as(STRING))
        .matches(
            "expected a revision, found no commit no-such-revision for no-such-revision:spec.*"
                + "|expected the program git on the PATH, found none.*");
  }

  @Test
  void readsLocalPathThatHidesRevision() throws IOException {
    Files.writeString(folder.resolve("main:old.yaml"), CONTRACT);
    assertThat(diff("main:old.yaml", "old.yaml")).isZero();
    assertThat(err.toString())
        .isEqualTo(
            folder.resolve("main:old.yaml")
                + ": found a local file or folder with this name; it is read, not the"
                + " revision.\n");
  }

  @Test
  void printsRejectedContractAsOneLine() throws IOException {
    Files.writeString(folder.resolve("bad.yaml"), CONTRACT + "x: *nothing\n");
    assertThat(diff("old.yaml", "bad.yaml")).isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("[broken-yaml]");
  }

  private void writeContractFolder(String name, String example) throws IOException {
    Path examples = Files.createDirectories(folder.resolve(name).resolve("examples/acme"));
    Files.writeString(examples.resolve("1.json"), example);
    Files.writeString(folder.resolve(name).resolve("openapi.yaml"), CONTRACT);
  }

  private int diff(String... args) {
    String[] all = args.clone();
    for (int i = 0; i < all.length; i++) {
      all[i] = all[i].startsWith("-") ? all[i] : folder.resolve(all[i]).toString();
    }
    String[] command = new String[all.length + 1];
    command[0] = "diff";
    System.arraycopy(all, 0, command, 1, all.length);
    return SpecTool.run(new PrintWriter(out, true), new PrintWriter(err, true), command);
  }
}
