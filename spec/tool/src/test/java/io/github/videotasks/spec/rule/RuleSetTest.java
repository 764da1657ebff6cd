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

class RuleSetTest {
  private static final Pattern ID_IN_CODE =
      Pattern.compile(
          "(?:Finding|Exception|warning|info|refused|note)\\(\\s*\"([a-z0-9]+(?:-[a-z0-9]+)+)\"");

  @Test
  void hasUniqueIds() {
    assertThat(RuleSet.descriptions()).extracting(RuleDescription::id).doesNotHaveDuplicates();
  }

  @Test
  void listsEveryIdUsedInCode() throws IOException {
    List<String> known = RuleSet.descriptions().stream().map(RuleDescription::id).toList();
    assertThat(known).containsAll(idsInCode());
  }

  @Test
  void rulesPageListsEveryRule() throws IOException {
    Path rules = Path.of("../RULES.md");
    String text = Files.readString(rules);
    int start = text.indexOf("<!-- rules -->");
    int end = text.indexOf("<!-- end of rules -->");
    String expected = text.substring(0, start) + "<!-- rules -->\n" + table() + text.substring(end);
    if (Boolean.getBoolean("spec.accept")) {
      Files.writeString(rules, expected);
    }
    assertThat(Files.readString(rules))
        .as("To accept: mvn -pl spec/tool verify -Dspec.accept")
        .isEqualTo(expected);
  }

  private static String table() {
    return RuleSet.descriptions().stream()
        .map(
            note ->
                "| `"
                    + note.id()
                    + "` | "
                    + note.rationale().replace("|", "\\|").replace("*/", "\\*/")
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
