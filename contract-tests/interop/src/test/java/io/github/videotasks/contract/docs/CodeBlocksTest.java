package io.github.videotasks.contract.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

  private static final Pattern XML_PART = Pattern.compile("<(dependency|plugin)>.*?</\\1>");

  private static final Pattern PROJECT_VERSION =
      Pattern.compile("(?s)<artifactId>video-tasks</artifactId>.*?<version>([^<]+)</version>");

  /** Blocks of other languages, each with what checks it. */
  private static final Map<String, String> CHECKED_ELSEWHERE =
      Map.of(
          "mermaid", "drawn by GitHub",
          "kts", "GradleLinesIT resolves it",
          "jenkins", "its command is a command of CommandsTest",
          "ts", "TypeScriptToolsTest compiles the package that it imports");

  @Test
  void codeIsPartOfCompiledSource() {
    List<String> compiled =
        RepositoryTexts.all().entrySet().stream()
            .filter(file -> !file.getKey().endsWith(".md"))
            .flatMap(file -> MARKED.matcher(file.getValue()).results())
            .map(marked -> marked.group(1).stripTrailing().stripIndent())
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

    assertThat(MarkdownCode.blocks())
        .filteredOn(block -> block.language().equals("xml"))
        .isNotEmpty()
        .filteredOn(
            block ->
                XML_PART
                    .matcher(normalizeXml(block.text()))
                    .results()
                    .anyMatch(part -> poms.stream().noneMatch(it -> it.contains(part.group()))))
        .extracting(MarkdownCode::place)
        .as("expected dependencies and plugins of a POM that the build builds")
        .isEmpty();
  }

  private static String normalizeXml(String xml) {
    return xml.replaceAll("(?s)<!--.*?-->", "")
        .replace("${videotasks.version}", projectVersion())
        .replaceAll("\\s+", "");
  }

  private static String projectVersion() {
    return PROJECT_VERSION
        .matcher(RepositoryTexts.all().getOrDefault("pom.xml", ""))
        .results()
        .map(version -> version.group(1))
        .findFirst()
        .orElseThrow();
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
