package io.github.videotasks.contract.polyglot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.polyglot.DecodeCases.CaseKind;
import io.github.videotasks.contract.polyglot.DecodeCases.DecodeCase;
import io.github.videotasks.contract.polyglot.Recipe.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the evaluation with a small client that runs in the JDK's source launcher. */
class ClientEvaluatorTest {
  /** Drops the property {@code lost}, fails for {@code bad}, writes bad JSON for {@code odd}. */
  private static final String DRIVER =
      """
      import java.nio.file.*;
      class Decode {
        public static void main(String[] args) throws Exception {
          int i = 0;
          for (String file : Files.readAllLines(Path.of(args[0]))) {
            String json = Files.readString(Path.of(file));
            String end = json.contains("bad") ? ".error" : ".json";
            String text = json.contains("odd") ? "{" : json.replace("\\"lost\\":1,", "");
            Files.writeString(Path.of(args[1], i++ + end), text);
          }
        }
      }
      """;

  private static final List<DecodeCase> CASES =
      List.of(
          new DecodeCase(CaseKind.EXAMPLE, "examples", "whole", "{\"id\":\"1\"}"),
          new DecodeCase(CaseKind.EXAMPLE, "examples", "short", "{\"lost\":1,\"id\":\"1\"}"),
          new DecodeCase(CaseKind.CONFORMING, "strings", "rejected", "{\"id\":\"bad\"}"),
          new DecodeCase(CaseKind.NONCONFORMING, "numbers", "garbled", "{\"id\":\"odd\"}"),
          new DecodeCase(CaseKind.REJECTED, "strings", "no object", "bad"),
          new DecodeCase(CaseKind.REJECTED, "strings", "a list", "[]"));

  @TempDir Path folder;

  @BeforeEach
  void writeDriver() throws IOException {
    Path own = Files.createDirectories(folder.resolve("recipes/own"));
    Files.writeString(own.resolve("Decode.java"), DRIVER);
    Files.createDirectories(folder.resolve("jars"));
  }

  @Test
  void countsDecodedLostAndRejected() throws Exception {
    ClientEvaluation measured =
        evaluate(List.of(requirement("java", "{java}", "-version")), "{java}");

    assertThat(measured.countsOf(CaseKind.EXAMPLE)).isEqualTo(new CaseCounts(2, 2, 3, 1, 0, 0));
    assertThat(measured.countsOf(CaseKind.CONFORMING)).isEqualTo(new CaseCounts(1, 0, 0, 0, 0, 0));
    assertThat(measured.countsOf(CaseKind.NONCONFORMING))
        .isEqualTo(new CaseCounts(1, 0, 0, 0, 0, 0));
    assertThat(measured.toolVersions()).matches("java \\d+[\\d.]*");
    assertThat(Files.readAllLines(folder.resolve("made/own/report.txt")))
        .contains(
            "EXAMPLE short: RoundTripLoss[properties=2, lost=[$.lost], lostNulls=[], added=[]]",
            "CONFORMING rejected: rejected: {\"id\":\"bad\"}",
            "REJECTED no object: rejected as expected: bad",
            "REJECTED a list: expected an error, found none");
  }

  /** The driver rejects every text with "bad" and no other. */
  @Test
  void countsFailedCasesByTopic() throws Exception {
    assertThat(evaluate(List.of(), "{java}").topics())
        .isEqualTo(
            Map.of(
                "examples", new TopicCounts(2, 1),
                "numbers", new TopicCounts(1, 1),
                "strings", new TopicCounts(3, 2)));
  }

  @Test
  void reportsFirstMissingTool() throws Exception {
    List<Requirement> needs =
        List.of(
            requirement("java", "{java}", "-version"),
            requirement("missing tool", "no-such-tool-anywhere"),
            requirement("later tool", "no-such-tool-anywhere"));

    assertThat(evaluate(needs, "{java}"))
        .isEqualTo(ClientEvaluation.missingTool("no missing tool"));
  }

  @Test
  void distinguishesFailedBuildFromMissingTool() throws Exception {
    Recipe recipe = recipe(List.of(), List.of(List.of("{java}", "NoSuchFile.java")), "{java}");

    ClientEvaluation measured = evaluator().evaluate("own", recipe);

    assertThat(measured.missingTool()).isNull();
    assertThat(measured.failure()).contains("NoSuchFile");
  }

  @Test
  void countsNothingDecodedForCrashedDriver() throws Exception {
    ClientEvaluation crashed = evaluate(List.of(), "no-such-tool-anywhere");

    assertThat(crashed.countsOf(CaseKind.EXAMPLE)).isEqualTo(new CaseCounts(2, 0, 0, 0, 0, 0));
    assertThat(crashed.topics()).containsEntry("strings", new TopicCounts(3, 3));
  }

  private ClientEvaluation evaluate(List<Requirement> needs, String launcher) throws Exception {
    return evaluator().evaluate("own", recipe(needs, List.of(), launcher));
  }

  private ClientEvaluator evaluator() {
    Path none = folder.resolve("none");
    return new ClientEvaluator(
        new StockClientBuilder(folder.resolve("recipes"), folder.resolve("made"), none, none),
        CASES,
        List.of());
  }

  private static Recipe recipe(List<Requirement> needs, List<List<String>> build, String launcher) {
    List<String> decode = List.of(launcher, "Decode.java");
    return new Recipe("Own", "own", needs, build, decode, decode, List.of(), Map.of(), "");
  }

  private static Requirement requirement(String what, String... run) {
    return new Requirement(what, List.of(run), what.equals("java"));
  }
}
