package io.github.videotasks.spec.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FenceScannerTest {
  @Test
  void tellsInfoTextAndLine() {
    assertThat(FenceScanner.scan("# a\n\n```yaml\nb: 1\n```\n"))
        .containsExactly(new Block("yaml", "b: 1\n", 4, true));
  }

  @Test
  void aLongerFenceHoldsShorterOnes() {
    assertThat(FenceScanner.scan("````\n```\nx\n```\n````\n"))
        .containsExactly(new Block("", "```\nx\n```\n", 2, true));
  }

  @Test
  void anIndentedFenceInsideABlockScalarIsText() {
    assertThat(FenceScanner.scan("```\na: |\n    ```\n    b\n```\n"))
        .containsExactly(new Block("", "a: |\n    ```\n    b\n", 2, true));
  }

  @Test
  void tildesAreNotClosedByBackticks() {
    assertThat(FenceScanner.scan("~~~\n```\n~~~\n"))
        .containsExactly(new Block("", "```\n", 2, true));
  }

  @Test
  void countsLinesWhateverTheirEnd() {
    assertThat(FenceScanner.scan("a\r\n```\r\nb: 1\r\n```\r\n"))
        .containsExactly(new Block("", "b: 1\n", 3, true));
  }

  @Test
  void inlineCodeOpensNothing() {
    assertThat(FenceScanner.scan("```a``` b\n")).isEmpty();
  }

  @Test
  void aFenceThatIsNeverClosedReachesTheEnd() {
    assertThat(FenceScanner.scan("```\na")).containsExactly(new Block("", "a\n", 2, false));
  }

  @Test
  void blanksBeforeTheFenceAreTakenFromItsLines() {
    assertThat(FenceScanner.scan("  ```\n  a:\n    b: 1\n  ```\n"))
        .containsExactly(new Block("", "a:\n  b: 1\n", 2, true));
  }
}
