package io.github.videotasks.spec.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.finding.PrintableText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewFormatTest {
  private static final Review TYPE_CHANGED =
      ReviewSamples.change("Task.id", "type changed", "string", "integer");

  /** A terminal or a log must show what the text says, in every format. */
  @ParameterizedTest
  @EnumSource
  void writesNoInvisibleCharacter(ReviewFormat format) {
    String text = format.render(ReviewSamples.hostile());
    assertThat(text.codePoints().filter(c -> c != '\n' && PrintableText.isInvisible(c))).isEmpty();
    assertThat(text).endsWith("\n").contains("\\u001B[31m");
  }

  @ParameterizedTest
  @EnumSource(
      value = ReviewFormat.class,
      names = {"TEXT", "GITHUB", "JUNIT", "HTML", "MARKDOWN"})
  void showsValuesUncut(ReviewFormat format) {
    String value = "long ".repeat(2_000) + "end";
    assertThat(format.render(ReviewSamples.change("a", "description changed", "b", value)))
        .contains(value.substring(0, value.length() - 3))
        .contains("end");
  }

  @Test
  void writesOneLineOfTextForEachEntry() {
    assertThat(ReviewFormat.TEXT.render(TYPE_CHANGED))
        .isEqualTo(
            """
            breaking: GET /a
              Task.id: type changed: string -> integer [acme; pages/acme.md:12; 0123456789]
            version step: major
            """);
    assertThat(ReviewFormat.TEXT.render(ReviewSamples.hostile()).lines()).hasSize(3);
  }

  @Test
  void writesShortValuesInMarkdownLine() {
    assertThat(ReviewFormat.MARKDOWN.render(TYPE_CHANGED))
        .isEqualTo(
            """
            # Review of changes

            Version step: **major**. Changes: 1 breaking.

            ## Breaking

            ### `GET /a`

            * `Task.id`: type changed: `string` → `integer`\\
              acme; pages/acme.md:12; id `0123456789`
            """);
  }

  @Test
  void writesLongValuesAsMarkdownBlock() {
    Review review = ReviewSamples.change("a", "description changed", "x\n```\n# y", "");
    assertThat(ReviewFormat.MARKDOWN.render(review))
        .endsWith(
            """
            * `a`: description changed\\
              acme; pages/acme.md:12; id `0123456789`

              ```diff
              - x
              - ```
              - # y
              ```
            """);
  }

  @Test
  void keepsHostileTextInMarkdownCode() {
    List<String> lines =
        ReviewFormat.MARKDOWN.render(ReviewSamples.hostile()).lines().skip(6).toList();
    String code = PrintableText.of(ReviewSamples.HOSTILE);
    assertThat(lines.get(0)).isEqualTo("### ```` " + code + " ````");
    assertThat(lines.get(2))
        .startsWith("* ```` " + code + " ````: &#60;/pre&#62;&#60;script&#62;")
        .contains("@<!-- -->user &#91;l&#93;(http&#58;//e)");
    assertThat(lines.subList(6, lines.size() - 1))
        .allSatisfy(line -> assertThat(line).matches(" {2}[-+] .*"));
  }

  @Test
  void writesAnnotationWithPathInRepository() {
    assertThat(ReviewFormat.GITHUB.render(TYPE_CHANGED))
        .isEqualTo(
            "::error file=spec/pages/acme.md,line=12,title=breaking%3A GET /a::Task.id: type"
                + " changed: string -> integer [acme; pages/acme.md:12; 0123456789]\n");
  }

  @Test
  void annotatesHostileTextWithOneCommand() {
    String text = ReviewFormat.GITHUB.render(ReviewSamples.hostile());
    assertThat(text.lines()).hasSize(1);
    assertThat(text)
        .startsWith("::error file=pages/a%2C b%3A%25.md,line=12,title=breaking%3A </pre>")
        .contains("%250A");
  }

  @Test
  void annotatesFindingsBySeverity() {
    assertThat(ReviewFormat.GITHUB.render(ReviewSamples.findings()).lines())
        .satisfiesExactly(
            error -> assertThat(error).startsWith("::error file=pages/acme.md,title=error%3A"),
            warning ->
                assertThat(warning).startsWith("::warning file=pages/acme.md,line=3,title="));
  }

  @Test
  void writesNothingForNoChange() {
    Review none = new Review(Review.Kind.CHANGES, TYPE_CHANGED.step(), List.of(), "");
    assertThat(ReviewFormat.GITHUB.render(none)).isEmpty();
    assertThat(ReviewFormat.MARKDOWN.render(none)).contains("Changes: none.");
  }
}
