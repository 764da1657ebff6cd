package io.github.videotasks.spec.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.write.FindingsJson;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingGroupTest {
  @Test
  void namesEveryPlaceOfOneKind() {
    assertThat(group(header(3, "Accept"), header(9, "Authorization"), header(7, "Accept")))
        .containsExactly(
            "pages/a.md:3: [reserved-header] found the header Accept as a parameter; 3 places, also"
                + " in line 7, Authorization in line 9. Removed.");
  }

  @Test
  void keepsOtherRulesPagesSeveritiesAndWordsApart() {
    Finding header = header(3, "Accept");
    assertThat(
            group(
                header,
                finding("pages/b.md", 3, header.message(), "Removed"),
                finding("pages/a.md", 4, "found the header Accept as a form", "Removed"),
                finding("pages/a.md", 5, header.message(), "Kept")))
        .hasSize(4);
  }

  @Test
  void namesFirstPlacesOfMany() {
    Finding[] many =
        IntStream.range(0, 300).mapToObj(i -> header(i + 1, "Accept")).toArray(Finding[]::new);
    assertThat(group(many))
        .containsExactly(
            "pages/a.md:1: [reserved-header] found the header Accept as a parameter; 300 places,"
                + " also in line 2, in line 3, in line 4, in line 5, in line 6 and 294 more."
                + " Removed.");
  }

  @Test
  void doesNotDependOnOrder() {
    Finding first = header(3, "Accept");
    Finding second = header(9, "Authorization");
    assertThat(group(first, second)).isEqualTo(group(second, first));
  }

  @Test
  void namesPointersOnOneLine() {
    assertThat(
            group(
                at("/info/x-a", "found the vendor extension 'x-a'"),
                at("/paths/x-it's", "found the vendor extension 'x-it's'")))
        .containsExactly(
            "pages/a.json:1#/info/x-a: [reserved-header] found the vendor extension 'x-a'; 2"
                + " places, also 'x-it's' at #/paths/x-it's. Removed.");
  }

  @Test
  void escapesPointersOfPages() {
    assertThat(new SourceLocation("pages/a.json", 1, "/a\u001b[2Jb"))
        .hasToString("pages/a.json:1#/a\\u001B[2Jb");
  }

  @Test
  void writesEveryPlaceToJson() throws IOException {
    JsonNode json =
        JsonMapper.builder()
            .build()
            .readTree(
                FindingsJson.write(
                    FindingIds.of(
                        FindingGroup.of(
                            List.of(
                                header(3, "Accept"),
                                header(9, "Authorization"),
                                at("/info", "found a title"))),
                        file -> file)));
    json.findValues("places").forEach(places -> places.forEach(FindingGroupTest::removeId));
    assertThat(json.path(1).path("places"))
        .hasToString(
            "[{\"line\":3},{\"line\":9,\"message\":\"found the header Authorization as a"
                + " parameter\"}]");
    assertThat(json.path(0).path("places")).hasToString("[{\"line\":1,\"pointer\":\"/info\"}]");
  }

  private static void removeId(JsonNode place) {
    assertThat(((ObjectNode) place).remove("id").textValue()).matches("f[0-9a-f]{9}");
  }

  private static List<String> group(Finding... findings) {
    return FindingGroup.of(List.of(findings)).stream().map(FindingGroup::toString).toList();
  }

  private static Finding header(int line, String name) {
    return finding("pages/a.md", line, "found the header " + name + " as a parameter", "Removed");
  }

  private static Finding at(String pointer, String message) {
    return new Finding(
        "reserved-header",
        Severity.WARNING,
        new SourceLocation("pages/a.json", 1, pointer),
        message,
        "Removed");
  }

  private static Finding finding(String file, int line, String message, String action) {
    return new Finding(
        "reserved-header", Severity.WARNING, new SourceLocation(file, line), message, action);
  }
}
