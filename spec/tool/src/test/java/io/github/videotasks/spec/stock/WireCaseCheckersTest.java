package io.github.videotasks.spec.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.videotasks.spec.publish.ContractBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the programs that run the wire cases against a client, from the published folder. */
@Tag("node")
class WireCaseCheckersTest {

  /** They return what the cases expect. Two cases may have the same body. */
  private static final Map<String, String> RIGHT_CLIENTS =
      Map.of(
          "right.mjs",
          """
          import { readdirSync, readFileSync } from "node:fs";
          const read = (folder) => readdirSync(folder).filter((file) => /^[a-z-]+\\.json$/.test(file))
            .flatMap((file) => JSON.parse(readFileSync(folder + file)));
          const parsed = new Map(read("./").flatMap((file) => file.accepts ?? []).map((it) => [it.json, it]));
          const key = (body, http) => `${http?.status ?? 200} ${http?.type ?? "application/json"} ${body}`;
          const meant = new Map();
          for (const it of read("./folded/")) {
            const at = key(it.body, it.http);
            meant.set(at, { ...meant.get(at), ...(it.gives ?? it.error) });
          }
          export const decode = (text) => {
            if (!parsed.has(text)) throw new Error("rejected");
            return parsed.get(text);
          };
          export const encode = (it) => it.written ?? it.json;
          export const undeclared = (it) => it.undeclared;
          export const typed = (it, pointer) => it.typed[pointer];
          export const state = (body, http) => meant.get(key(body, http));
          """,
          "right.py",
          """
          import json, pathlib
          def read(pattern):
              return [json.loads(file.read_text("utf-8")) for file in pathlib.Path(".").glob(pattern) if "schema" not in file.name]
          def key(body, http):
              return (http["status"], http["type"], body)
          usual = {"status": 200, "type": "application/json"}
          parsed = {it["json"]: it for file in read("*.json") for it in file.get("accepts", [])}
          meant = {}
          for it in [case for file in read("folded/*.json") for case in file]:
              meant.setdefault(key(it["body"], it.get("http", usual)), {}).update(it.get("gives") or it["error"])
          def decode(text, type):
              return parsed[text]
          def encode(it):
              return it.get("written", it["json"])
          def undeclared(it):
              return it["undeclared"]
          def typed(it, pointer):
              return it["typed"][pointer]
          def state(body, http):
              return meant[key(body, http)]
          """);

  @TempDir static Path bundle;
  @TempDir static Path logs;

  @BeforeAll
  static void writeBundle() throws IOException {
    ContractBundle.main(new String[] {"../..", bundle.toString()});
    for (Map.Entry<String, String> client : RIGHT_CLIENTS.entrySet()) {
      Files.writeString(folder().resolve(client.getKey()), client.getValue());
    }
  }

  @ParameterizedTest
  @CsvSource({"node, check.mjs, right.mjs", "python3, check.py, right.py"})
  void rightClientPassesEveryCase(String tool, String checker, String client) throws Exception {
    Result result = run(tool, checker, client);

    assertThat(result.output()).doesNotContain("expected", " 0 passed").contains("folded/");
    assertThat(result.exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "node, check.mjs, clients/plain.mjs, 1000",
    "python3, check.py, clients/plain.py, 1000.0",
  })
  void namesEachFailedCaseOfThePlainClient(
      String tool, String checker, String client, String written) throws Exception {
    Result result = run(tool, checker, client);

    assertThat(result.exitCode()).isEqualTo(1);
    String found = "{\\\"id\\\":\\\"a\\\",\\\"status\\\":\\\"p\\\",\\\"x\\\":" + written + "}";
    assertThat(result.output())
        .contains(
            "numbers encode, undeclared 1e3: expected"
                + " \"{\\\"id\\\":\\\"a\\\",\\\"status\\\":\\\"p\\\",\\\"x\\\":1e3}\", found \""
                + found)
        .containsPattern("not-an-answer reject: \\d\\d passed, 0 failed");
  }

  @ParameterizedTest
  @CsvSource({"node, check.mjs", "python3, check.py"})
  void printsItsUsageWithoutClient(String tool, String checker) throws Exception {
    Result result = run(tool, checker);

    assertThat(result.output()).startsWith("usage: " + tool + " " + checker + " CLIENT.");
    assertThat(result.exitCode()).isEqualTo(2);
  }

  private record Result(int exitCode, String output) {}

  private static Result run(String... command) throws IOException, InterruptedException {
    Path log = logs.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command))
            .directory(folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      assumeTrue(false, "not run: no " + command[0] + " on the PATH");
      throw e;
    }
    int exitCode = process.waitFor();
    return new Result(exitCode, Files.readString(log));
  }

  private static Path folder() {
    return bundle.resolve("wire-cases");
  }
}
