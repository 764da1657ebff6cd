package io.github.videotasks.spec.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleBookTest {
  private static final Pattern ID_IN_CODE =
      Pattern.compile(
          "(?:Finding|Exception|warning|info|refused|note)\\(\\s*\"([a-z0-9]+(?:-[a-z0-9]+)+)\"");

  @Test
  void noIdStandsTwice() {
    assertThat(RuleBook.notes()).extracting(RuleNote::id).doesNotHaveDuplicates();
  }

  @Test
  void everyIdThatTheCodeUsesIsInTheBook() throws IOException {
    List<String> known = RuleBook.notes().stream().map(RuleNote::id).toList();
    assertThat(known).containsAll(idsInCode());
  }

  @Test
  void theReadmeListsEveryRule() throws IOException {
    Path readme = Path.of("README.md");
    String text = Files.readString(readme);
    int start = text.indexOf("<!-- rules -->");
    int end = text.indexOf("<!-- end of rules -->");
    String expected = text.substring(0, start) + "<!-- rules -->\n" + table() + text.substring(end);
    if (Boolean.getBoolean("spec.accept")) {
      Files.writeString(readme, expected);
    }
    assertThat(Files.readString(readme))
        .as("To accept: mvn -pl spec verify -Dspec.accept")
        .isEqualTo(expected);
  }

  private static String table() {
    return RuleBook.notes().stream()
        .map(
            note ->
                "| `"
                    + note.id()
                    + "` | "
                    + note.why().replace("|", "\\|").replace("*/", "\\*/")
                    + " |\n")
        .collect(
            Collectors.joining("", "| rule | what is wrong, and what is done |\n|---|---|\n", ""));
  }

  private static Set<String> idsInCode() throws IOException {
    TreeSet<String> ids = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/github/videotasks/spec"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher matcher = ID_IN_CODE.matcher(Files.readString(file));
        while (matcher.find()) {
          ids.add(matcher.group(1));
        }
      }
    }
    return ids;
  }
}
