package io.github.videotasks.spec.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Patterns of pages on texts of pages; both may be hostile. */
class PatternMatchTest {
  @Test
  void findsPartOfText() {
    assertThat(PatternMatch.find("b+", "abbc")).isTrue();
    assertThat(PatternMatch.find("^b", "abbc")).isFalse();
  }

  @Test
  void stopsSearchThatNeedsExponentialTime() {
    assertThat(PatternMatch.find("^(a|aa)+$", "a".repeat(60) + "!")).isFalse();
  }

  @Test
  void stopsSearchThatNeedsTooDeepAStack() {
    assertThat(PatternMatch.find("^(a|b)*$", "ab".repeat(200_000))).isFalse();
  }
}
