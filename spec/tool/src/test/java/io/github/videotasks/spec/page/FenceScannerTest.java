package io.github.videotasks.spec.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FenceScannerTest {
  @Test
  void returnsInfoTextAndLine() {
    assertThat(FenceScanner.scan("# a\n\n```yaml\nb: 1\n```\n"))
        .containsExactly(new FencedBlock("yaml", "b: 1\n", 4, true));
  }

  @Test
  void keepsShorterFencesInsideLongerFence() {
    assertThat(FenceScanner.scan("````\n```\nx\n```\n````\n"))
        .containsExactly(new FencedBlock("", "```\nx\n```\n", 2, true));
  }

  @Test
  void ignoresIndentedFenceInBlockScalar() {
    assertThat(FenceScanner.scan("```\na: |\n    ```\n    b\n```\n"))
        .containsExactly(new FencedBlock("", "a: |\n    ```\n    b\n", 2, true));
  }

  @Test
  void requiresMatchingFenceCharacter() {
    assertThat(FenceScanner.scan("~~~\n```\n~~~\n"))
        .containsExactly(new FencedBlock("", "```\n", 2, true));
  }

  @Test
  void countsCrlfLines() {
    assertThat(FenceScanner.scan("a\r\n```\r\nb: 1\r\n```\r\n"))
        .containsExactly(new FencedBlock("", "b: 1\n", 3, true));
  }

  @Test
  void ignoresInlineCode() {
    assertThat(FenceScanner.scan("```a``` b\n")).isEmpty();
  }

  @Test
  void extendsUnclosedFenceToEnd() {
    assertThat(FenceScanner.scan("```\na")).containsExactly(new FencedBlock("", "a\n", 2, false));
  }

  @Test
  void removesFenceIndentation() {
    assertThat(FenceScanner.scan("  ```\n  a:\n    b: 1\n  ```\n"))
        .containsExactly(new FencedBlock("", "a:\n  b: 1\n", 2, true));
  }

  @Test
  void readsFenceInListItem() {
    assertThat(FenceScanner.scan("1.  First:\n\n    ```yaml\n    a:\n      b: 1\n    ```\n"))
        .containsExactly(new FencedBlock("yaml", "a:\n  b: 1\n", 4, true));
    assertThat(FenceScanner.scan("text\n\n    ```\n    a: 1\n    ```\n")).isEmpty();
  }

  @Test
  void readsFenceInTagsOfMdx() {
    String page =
        """
        ---
        title: x
        ---
        <Tabs>
          <Tab>
              ~~~yaml title="a"
              a:
                b: |
                  ```
              ~~~
          </Tab>
        </Tabs>
        """;
    assertThat(FenceScanner.scanMdx(page))
        .containsExactly(new FencedBlock("yaml title=\"a\"", "a:\n  b: |\n    ```\n", 7, true));
  }
}
