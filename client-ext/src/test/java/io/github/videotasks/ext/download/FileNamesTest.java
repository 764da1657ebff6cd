package io.github.videotasks.ext.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.payload.TaskId;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

  private static String name(String id) {
    return FileNames.baseNameOf(new TaskId(id));
  }

  @ParameterizedTest
  @CsvSource({
    "sora-2:task_01k6x15vhrff09dkkqjrzwhm60, sora-2~task_01k6x15vhrff09dkkqjrzwhm60",
    "veo3.1-fast:1757555257-pobd0xfn9u,      veo3.1-fast~1757555257-pobd0xfn9u",
    "video_55cb73b3-60af-40c8-95fd-eae8fd758ade, video_55cb73b3-60af-40c8-95fd-eae8fd758ade",
    "cgt-20250101000000-abcde,               cgt-20250101000000-abcde",
  })
  void keepsGatewayIdsReadable(String id, String name) {
    assertThat(name(id)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..a",
        ".bashrc",
        "-rf",
        "a b",
        "a\"b",
        "a<b>c|d?e*f",
        "A",
        "a:b:c",
        ":a",
        "a:",
        "con",
        "con:",
        "nul.txt",
        "COM1",
        "aux.",
        "lpt9.tar.gz",
        "CLOCK$",
        "é",
        "e\u0301",
        "日本",
        "$(rm -rf ~)",
        "`x`",
        "~",
        "a~b",
        "a+b",
        "a;b&c",
        "x x",
        " a",
        "a ",
        "a\u00a0b",
        "😀",
      })
  void escapesUnsafeIds(String id) {
    assertThat(name(id)).matches("_[A-Za-z0-9._-]*~~[0-9a-f]{16}");
  }

  @Test
  void namesAreUniqueIgnoringCase() {
    Set<String> ids =
        Set.of(
            "a", "A", "a:b", "A:b", "a:B", "a_b", "a~b", "a b", "a-b", "a.b", "é", "e\u0301", "e");
    Set<String> names =
        ids.stream().map(id -> name(id).toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    assertThat(names).hasSameSizeAs(ids);
  }

  @Test
  void leavesRoomForExtension() {
    assertThat(
            Stream.of("a".repeat(512), "é".repeat(512), "a".repeat(121)).map(FileNamesTest::name))
        .allMatch(name -> name.length() <= 120)
        .doesNotHaveDuplicates();
    assertThat(name("a".repeat(120))).isEqualTo("a".repeat(120));
  }
}
