package io.github.videotasks.spec.stock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the npm package, packed into {@code target/npm} and installed in an empty project. */
@Tag("node")
class NpmPackageTest {
  private static final Path TARGET = Path.of("target/npm").toAbsolutePath();

  private static @Nullable NodeTools installed;
  private static @Nullable Path packed;
  @TempDir static Path shared;
  @TempDir Path folder;

  @BeforeAll
  static void packAndInstall() throws IOException, InterruptedException {
    installed = NodeTools.install();
    assumeTrue(installed != null, NodeTools.NOT_AVAILABLE);
    packed = NpmPackage.writeTo(TARGET.resolve("contract"), node()).pack(TARGET, Map.of());
    Files.writeString(shared.resolve("package.json"), "{\"private\": true, \"type\": \"module\"}");
    String tgz = packed.toString();
    assertThat(run("npm", "install", "--offline", "--no-audit", "--no-fund", tgz)).isEmpty();
  }

  @Test
  void compilesInStrictProject() throws Exception {
    assertThat(
            compile(
                """
                import type { components, operations, paths } from "@video-tasks/contract";
                type Task = components["schemas"]["VideoTask"];
                type Response = paths["/v1/video/query"]["get"]["responses"][200]["content"]["application/json"];
                type Query = operations["queryVideoTask"]["parameters"]["query"];
                export const query: Query = { id: "sora-2:task_01" };
                export const task: Task = { id: "a", status: "an unknown status", video_url: null };
                export const detail: Response["detail"] = task.detail;
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'{ id: \"a\" }', Property 'status' is missing",
    "'{ id: 1, status: \"a\" }', Type 'number' is not assignable to type 'string'"
  })
  void rejectsInvalidTaskAtCompileTime(String task, String error) throws Exception {
    assertThat(
            compile(
                "import type { components } from \"@video-tasks/contract\";\n"
                    + "export const task: components[\"schemas\"][\"VideoTask\"] = "
                    + task
                    + ";\n"))
        .contains(error);
  }

  @Test
  void exportsContractAndExamplesAsJson() throws Exception {
    assertThat(
            script(
                """
                const contract = require("@video-tasks/contract/openapi.json");
                const version = require("@video-tasks/contract/package.json").version;
                assert.equal(contract.info.version, version);
                assert.equal(contract.openapi, "3.0.3");
                assert.ok(require("@video-tasks/contract/schema.json").$defs.VideoTask);
                assert.equal(require("@video-tasks/contract/examples/jxincm-sora/2.json").status, "completed");
                assert.ok(fs.statSync(require.resolve("@video-tasks/contract/openapi.yaml")).size > 0);
                assert.equal(require("@video-tasks/contract/status-values.json").values.completed, "SUCCEEDED");
                assert.ok(fs.statSync(require.resolve("@video-tasks/contract/wait-for-video.arazzo.yaml")).size > 0);
                """))
        .isEmpty();
  }

  @Test
  void importsAsModule() throws Exception {
    Files.writeString(
        shared.resolve("use.mjs"),
        """
        import contract from "@video-tasks/contract/openapi.json" with { type: "json" };
        import statusValues from "@video-tasks/contract/status-values.json" with { type: "json" };
        if (contract.info.title === undefined || statusValues.values.failed !== "FAILED") process.exit(1);
        """);
    assertThat(run("node", "use.mjs")).isEmpty();
  }

  @Test
  void packsEveryFileOfTheFolder() throws IOException {
    assertThat(NpmPackage.readFiles(shared.resolve("node_modules/@video-tasks/contract")).keySet())
        .isEqualTo(NpmPackage.readFiles(TARGET.resolve("contract")).keySet());
  }

  /** A server on the loopback interface has a task that is waiting and then finished. */
  @Test
  void waiterPollsUntilTaskEnds() throws Exception {
    assertThat(
            script(
                """
                const ts = require(%s);
                const source = fs.readFileSync(require.resolve("@video-tasks/contract/waiter/wait.ts"), "utf8");
                const compilerOptions = { module: "commonjs", target: "es2022" };
                fs.writeFileSync("wait.cjs", ts.transpileModule(source, { compilerOptions }).outputText);
                fs.writeFileSync("ids.txt", "sora-2:task_1\\n");
                const examples = [1, 2].map((n) => require(`@video-tasks/contract/examples/jxincm-sora/${n}.json`));
                let polls = 0;
                const server = require("node:http").createServer((request, response) => {
                  assert.equal(request.url, "/v1/video/query?id=sora-2%%3Atask_1");
                  response.end(JSON.stringify(examples[polls++]));
                });
                server.listen(0, "127.0.0.1", () => {
                  const url = `http://127.0.0.1:${server.address().port}`;
                  const table = require.resolve("@video-tasks/contract/status-values.json");
                  const options = ["wait.cjs", table, url, "token", "queryVideoTask", "ids.txt", "out.txt", "0.01"];
                  require("node:child_process").execFile("node", options, (error) => {
                    server.close();
                    assert.ifError(error);
                    assert.equal(fs.readFileSync("out.txt", "utf8"), "sora-2:task_1 2 SUCCEEDED\\n");
                  });
                });
                """
                    .formatted("\"" + node().scriptPath("typescript") + "\"")))
        .isEmpty();
  }

  /** Tests the pattern with the regex engine of ECMAScript, with and without the Unicode flag. */
  @Test
  void idPatternRejectsPathTraversal() throws Exception {
    assertThat(
            script(
                """
                const { paths } = require("@video-tasks/contract/openapi.json");
                const { pattern } = paths["/v1/videos/{id}"].get.parameters[0].schema;
                for (const flags of ["", "u"]) {
                  const id = new RegExp(pattern, flags);
                  for (const good of ["sora-2:task_01", "veo3.1-fast:1760545785-eux", "..a", "a b?c"]) assert.match(good, id);
                  for (const bad of ["", ".", "..", "../../admin", "a/b", "a\\\\b", "a\\nb", "a\\n", "\\0"]) assert.doesNotMatch(bad, id);
                }
                """))
        .isEmpty();
  }

  @Test
  void listsEveryFileInSha256Sums() throws IOException {
    Map<String, byte[]> files =
        NpmPackage.readFiles(shared.resolve("node_modules/@video-tasks/contract"));
    byte[] manifest = Objects.requireNonNull(files.remove("SHA256SUMS"));
    assertThat(new String(manifest, UTF_8).lines().map(line -> line.substring(66)))
        .containsExactlyElementsOf(files.keySet());
  }

  @Test
  void packsReproducibly() throws Exception {
    NpmPackage again = NpmPackage.writeTo(folder.resolve("contract"), node());
    for (String name : NpmPackage.readFiles(again.folder()).keySet()) {
      Files.setLastModifiedTime(again.folder().resolve(name), FileTime.fromMillis(0));
    }
    Path other =
        again.pack(
            folder.resolve("packed"),
            Map.of("TZ", "Pacific/Kiritimati", "LANG", "tr_TR.UTF-8", "LC_ALL", "tr_TR.UTF-8"));
    assertThat(other).hasSameBinaryContentAs(Objects.requireNonNull(packed));
  }

  private static String compile(String source) throws IOException, InterruptedException {
    Files.writeString(shared.resolve("use.ts"), source);
    return run(
        "node",
        node().scriptPath("typescript/bin/tsc").toString(),
        "--noEmit",
        "--strict",
        "--target",
        "es2022",
        "--module",
        "node16",
        "use.ts");
  }

  private static String script(String source) throws IOException, InterruptedException {
    Files.writeString(
        shared.resolve("use.cjs"),
        "const assert = require(\"node:assert\"); const fs = require(\"node:fs\");\n" + source);
    return run("node", "use.cjs");
  }

  private static String run(String... command) throws IOException, InterruptedException {
    return node().run(shared, Map.of(), List.of(command));
  }

  private static NodeTools node() {
    return Objects.requireNonNull(installed);
  }
}
