package io.github.videotasks.contract.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every code block of a document is code that the build compiles: a part of a source between the
 * comments "README: begin" and "README: end", a part of a POM, or data that a parser reads.
 */
class CodeBlocksTest {

  private static final Set<String> COMPILED =
      Set.of("java", "kotlin", "scala", "groovy", "clojure", "properties");

  private static final Pattern MARKED =
      Pattern.compile(
          "(?s)(?://|;;|#) README[^\n]*: begin\n(.*?)[ ]*(?://|;;|#) README[^\n]*: end");

  /** Blocks of other languages, each with what checks it. */
  private static final Map<String, String> CHECKED_ELSEWHERE =
      Map.of(
          "mermaid", "drawn by GitHub",
          "jenkins", "its command is a command of CommandsTest",
          "ts", "TypeScriptToolsTest compiles the package that it imports");

  private static List<String> places(List<MarkdownCode> blocks) {
    return blocks.stream().map(MarkdownCode::place).toList();
  }

  @Test
  void codeIsPartOfCompiledSource() {
    List<String> compiled =
        RepositoryTexts.all().entrySet().stream()
            .filter(file -> !file.getKey().endsWith(".md"))
            .flatMap(file -> MARKED.matcher(file.getValue()).results())
            .map(marked -> marked.group(1).stripIndent())
            .toList();

    assertThat(MarkdownCode.blocks())
        .filteredOn(block -> COMPILED.contains(block.language()))
        .hasSizeGreaterThan(15)
        .filteredOn(block -> compiled.stream().noneMatch(code -> code.contains(block.text())))
        .extracting(MarkdownCode::place)
        .as("expected code between README: begin and README: end of a source")
        .isEmpty();
  }

  @Test
  void xmlIsPartOfBuiltPom() {
    List<String> poms =
        RepositoryTexts.all().entrySet().stream()
            .filter(file -> file.getKey().endsWith("pom.xml"))
            .map(file -> normalizeXml(file.getValue()))
            .toList();

    List<MarkdownCode> unknown =
        MarkdownCode.blocks().stream()
            .filter(block -> block.language().equals("xml"))
            .filter(block -> poms.stream().noneMatch(it -> contains(it, block)))
            .toList();

    assertThat(places(unknown)).as("expected a part of a POM that the build builds").isEmpty();
  }

  /** A POM contains a block if it contains each element at its top level. */
  private static boolean contains(String pom, MarkdownCode block) {
    return block
        .text()
        .lines()
        .collect(Collectors.joining("\n"))
        .transform(text -> List.of(text.split("(?m)(?<=^</\\w{1,40}>)\n")))
        .stream()
        .allMatch(element -> pom.contains(normalizeXml(element)));
  }

  private static String normalizeXml(String xml) {
    return xml.replaceAll("(?s)<!--.*?-->", "")
        .replace("${videotasks.version}", "0.1.0-SNAPSHOT")
        .replaceAll("\\s+", "");
  }

  @Test
  void dataIsReadable() {
    assertThat(MarkdownCode.blocks())
        .filteredOn(block -> Set.of("yaml", "json").contains(block.language()))
        .isNotEmpty()
        .allSatisfy(
            block -> {
              ObjectMapper mapper =
                  block.language().equals("yaml") ? new YAMLMapper() : new ObjectMapper();
              assertThat(mapper.readTree(block.text())).as(block.place()).isNotEmpty();
            });
  }

  @Test
  void everyBlockIsChecked() {
    assertThat(MarkdownCode.blocks())
        .filteredOn(block -> !COMPILED.contains(block.language()))
        .filteredOn(block -> !CHECKED_ELSEWHERE.containsKey(block.language()))
        .filteredOn(block -> !Set.of("", "text", "xml", "yaml", "json").contains(block.language()))
        .extracting(block -> block.place() + ": " + block.language())
        .isEmpty();
  }
}
