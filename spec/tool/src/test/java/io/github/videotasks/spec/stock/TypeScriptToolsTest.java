package io.github.videotasks.spec.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.languages.TypeScriptFetchClientCodegen;

/** Tests of the contract with TypeScript tools and linters; run in the profile {@code node}. */
@Tag("node")
class TypeScriptToolsTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final List<String> STRICT_OPTIONS =
      List.of(
          "--noEmit",
          "--strict",
          "--skipLibCheck",
          "--target",
          "es2020",
          "--lib",
          "es2020,dom",
          "--module",
          "esnext",
          "--moduleResolution",
          "bundler");

  private static @Nullable NodeTools installed;
  @TempDir Path folder;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    installed = NodeTools.install();
    assumeTrue(installed != null, NodeTools.NOT_AVAILABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openapi.yaml", "openapi-3.1.yaml", "wait-for-video.arazzo.yaml"})
  void passesRedoclyLint(String edition) throws Exception {
    assertThat(node("@redocly/cli/bin/cli.js", "lint", absolutePath("../canonical/" + edition)))
        .isEmpty();
  }

  /** Skips the rules for servers and security, because pages need not declare either. */
  @Test
  void mergedContractsPassRedoclyLint() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of("src/test/scenarios"))) {
      List<String> merged =
          files
              .filter(file -> file.getFileName().toString().matches("openapi.*\\.yaml"))
              .map(file -> file.toAbsolutePath().toString())
              .sorted()
              .toList();
      List<String> lint =
          Stream.concat(
                  Stream.of("lint", "--skip-rule=security-defined", "--skip-rule=no-empty-servers"),
                  merged.stream())
              .toList();
      assertThat(node("@redocly/cli/bin/cli.js", lint.toArray(String[]::new))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../canonical", "src/test/scenarios/everything/expected"})
  void compilesTypeScriptClient(String contract) throws Exception {
    StockGenerator.run(
        new CodegenConfigurator()
            .setInputSpec(absolutePath(contract + "/openapi.yaml"))
            .setGeneratorName(SilentTypeScriptGenerator.class.getName())
            .setOutputDir(folder.toString()));
    assertThat(compile(folder.resolve("index.ts"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../canonical/openapi.yaml",
        "../canonical/openapi-3.1.yaml",
        "src/test/scenarios/everything/expected/openapi.yaml",
        "src/test/scenarios/everything/expected/openapi-3.1.yaml"
      })
  void compilesOpenapiTypescriptTypes(String contract) throws Exception {
    Path types = folder.resolve("types.ts");
    assertThat(
            node(
                "openapi-typescript/bin/cli.js",
                absolutePath(contract),
                "--output",
                types.toString()))
        .isEmpty();
    assertThat(compile(types)).isEmpty();
  }

  /** Strict mode of Ajv refuses unknown keywords and formats, and likely mistakes. */
  @ParameterizedTest
  @ValueSource(strings = {"../canonical", "src/test/scenarios/everything/expected"})
  void compilesEveryDefinitionWithStrictAjv(String contract) throws Exception {
    Path script = folder.resolve("strict.cjs");
    Files.writeString(
        script,
        """
        const [ajv, schema, examples] = process.argv.slice(2);
        const { default: Ajv } = require(ajv);
        const { readFileSync, readdirSync } = require("node:fs");
        const json = (file) => JSON.parse(readFileSync(file));
        const strict = new Ajv({ strict: true }).addSchema(json(schema), "contract");
        const of = (name) => strict.compile({ $ref: `contract#/$defs/${name}` });
        Object.keys(json(schema).$defs).forEach(of);
        if (schema.includes("canonical")) {
          const task = of("VideoTask");
          const files = readdirSync(examples, { recursive: true }).filter((file) => /\\d\\.json$/.test(file));
          const refused = files.filter((file) => !task(json(`${examples}/${file}`)));
          if (files.length !== 7 || refused.length > 0 || task({ id: 1, status: "a" })) throw new Error(refused);
        }
        """);
    assertThat(
            Objects.requireNonNull(installed)
                .run(
                    folder,
                    Map.of(),
                    List.of(
                        "node",
                        script.toString(),
                        Objects.requireNonNull(installed)
                            .scriptPath("@redocly/ajv/dist/2020.js")
                            .toString(),
                        absolutePath(contract + "/schema.json"),
                        absolutePath(contract + "/examples"))))
        .isEmpty();
  }

  @Test
  void generatesSameTypesWithoutExtensions() throws Exception {
    Path bare = folder.resolve("openapi.yaml");
    Files.write(
        bare,
        YAML.writeValueAsBytes(
            ContractExtensions.readWithoutExtensions(Path.of("../canonical/openapi.yaml"))));
    assertThat(types(bare, "without.ts"))
        .isEqualTo(types(Path.of("../canonical/openapi.yaml"), "with.ts"));
  }

  private String types(Path contract, String name) throws IOException, InterruptedException {
    Path types = folder.resolve(name);
    assertThat(
            node(
                "openapi-typescript/bin/cli.js",
                contract.toAbsolutePath().toString(),
                "--output",
                types.toString()))
        .isEmpty();
    return Files.readString(types);
  }

  private static String compile(Path file) throws IOException, InterruptedException {
    return node(
        "typescript/bin/tsc",
        Stream.concat(STRICT_OPTIONS.stream(), Stream.of(file.toString())).toArray(String[]::new));
  }

  private static String node(String script, String... arguments)
      throws IOException, InterruptedException {
    return Objects.requireNonNull(installed).runScript(script, List.of(arguments));
  }

  private static String absolutePath(String path) {
    return Path.of(path).toAbsolutePath().toString();
  }

  /** The stock TypeScript generator without its thank-you message after each run. */
  public static final class SilentTypeScriptGenerator extends TypeScriptFetchClientCodegen {
    @Override
    public void postProcess() {
      // The overridden method only prints the message.
    }
  }
}
