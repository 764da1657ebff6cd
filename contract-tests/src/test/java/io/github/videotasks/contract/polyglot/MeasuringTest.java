package io.github.videotasks.contract.polyglot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.polyglot.Cases.Case;
import io.github.videotasks.contract.polyglot.Cases.Kind;
import io.github.videotasks.contract.polyglot.Recipe.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measuring itself, with the JDK's own source launcher as a client of a few lines. */
class MeasuringTest {
  /** Loses {@code lost}, fails at {@code bad}, and writes no JSON of {@code odd}. */
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

  private static final List<Case> CASES =
      List.of(
          new Case(Kind.EXAMPLE, "whole", "{\"id\":\"1\"}"),
          new Case(Kind.EXAMPLE, "short", "{\"lost\":1,\"id\":\"1\"}"),
          new Case(Kind.DECLARED, "refused", "{\"id\":\"bad\"}"),
          new Case(Kind.ODD, "garbled", "{\"id\":\"odd\"}"));

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Path own = Files.createDirectories(folder.resolve("recipes/own"));
    Files.writeString(own.resolve("Decode.java"), DRIVER);
    Files.createDirectories(folder.resolve("made/jars"));
  }

  @Test
  void countsWhatAClientReadsLosesAndRefuses() throws Exception {
    Measured measured = measure(List.of(need("java", "{java}", "-version")), "{java}");

    assertThat(measured.tally(Kind.EXAMPLE)).isEqualTo(new Tally(2, 2, 3, 1, 0, 0));
    assertThat(measured.tally(Kind.DECLARED)).isEqualTo(new Tally(1, 0, 0, 0, 0, 0));
    assertThat(measured.tally(Kind.ODD)).isEqualTo(new Tally(1, 0, 0, 0, 0, 0));
    assertThat(measured.tools()).matches("java \\d+[\\d.]*");
    assertThat(Files.readAllLines(folder.resolve("made/own/report.txt")))
        .contains(
            "EXAMPLE short: Loss[members=2, lost=[$.lost], nulls=[], added=[]]",
            "DECLARED refused: refused: {\"id\":\"bad\"}");
  }

  @Test
  void namesTheFirstThingThatIsMissing() throws Exception {
    List<Need> needs =
        List.of(
            need("java", "{java}", "-version"),
            need("a tool of no machine", "no-such-tool-anywhere"),
            need("a later one", "no-such-tool-anywhere"));

    assertThat(measure(needs, "{java}")).isEqualTo(Measured.missing("no a tool of no machine"));
  }

  @Test
  void aBuildThatFailsIsNoMissingTool() throws Exception {
    Recipe recipe = recipe(List.of(), List.of(List.of("{java}", "NoSuchFile.java")), "{java}");

    Measured measured = measuring().of("own", recipe);

    assertThat(measured.missing()).isNull();
    assertThat(measured.broken()).contains("NoSuchFile");
  }

  @Test
  void aDriverThatDiesHasDecodedNothing() throws Exception {
    assertThat(measure(List.of(), "no-such-tool-anywhere").tally(Kind.EXAMPLE))
        .isEqualTo(new Tally(2, 0, 0, 0, 0, 0));
  }

  private Measured measure(List<Need> needs, String launcher) throws Exception {
    return measuring().of("own", recipe(needs, List.of(), launcher));
  }

  private Measuring measuring() {
    Path none = folder.resolve("none");
    return new Measuring(
        new Workshop(folder.resolve("recipes"), folder.resolve("made"), none, none),
        CASES,
        List.of());
  }

  private static Recipe recipe(List<Need> needs, List<List<String>> build, String launcher) {
    List<String> decode = List.of(launcher, "Decode.java");
    return new Recipe("Own", "own", needs, build, decode, decode, Map.of(), "");
  }

  private static Need need(String what, String... run) {
    return new Need(what, List.of(run), what.equals("java"));
  }
}
