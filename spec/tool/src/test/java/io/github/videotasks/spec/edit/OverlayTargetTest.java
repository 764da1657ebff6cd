package io.github.videotasks.spec.edit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OverlayTargetTest {
  private final OverlayTarget paths = OverlayTarget.root().key("paths");

  @Test
  void quotesOnlyUnusualKeys() {
    assertThat(paths.key("/a").key("get")).hasToString("$.paths['/a'].get");
    assertThat(paths.key("it's \\")).hasToString("$.paths['it\\'s \\\\']");
  }

  @Test
  void namesParameter() {
    assertThat(paths.itemWith("name", "id", null, "")).hasToString("$.paths[?(@.name == 'id')]");
    assertThat(paths.itemWith("name", "id", "in", "path"))
        .hasToString("$.paths[?(@.name == 'id' && @.in == 'path')]");
  }

  @Test
  void unitesTargetsThatDifferInOneKey() {
    OverlayTarget both =
        requireNonNull(paths.key("/a").key("get").union(paths.key("/b").key("get")));
    assertThat(both).hasToString("$.paths['/a','/b'].get");
    assertThat(both.union(paths.key("/c").key("get"))).hasToString("$.paths['/a','/b','/c'].get");
  }

  @Test
  void keepsOtherTargetsApart() {
    OverlayTarget one = paths.key("/a").key("get");
    assertThat(one.union(paths.key("/b").key("post"))).isNull();
    assertThat(one.union(paths.key("/b"))).isNull();
    assertThat(paths.items("[0]").union(paths.items("[1]"))).isNull();
    OverlayTarget both = requireNonNull(one.union(paths.key("/b").key("get")));
    assertThat(both.union(paths.key("/a").key("post"))).isNull();
  }
}
