package io.github.videotasks.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.videotasks.spec.review.Review;
import io.github.videotasks.spec.review.ReviewEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ids of the findings of the bundled pages, and of changes, stay the same while pages move. */
class StableIdsTest {
  private static final String GROK = "pages/chainhub-grok.md";

  @TempDir private Path folder;

  @BeforeEach
  void copyPages() throws IOException {
    for (String part : List.of("pages", "corrections", "providers.yaml")) {
      Path from = Path.of("..", part);
      try (Stream<Path> files = Files.walk(from)) {
        for (Path file : files.toList()) {
          Path to = folder.resolve(part).resolve(from.relativize(file).toString()).normalize();
          if (Files.isRegularFile(file)) {
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
          }
        }
      }
    }
  }

  @Test
  void everyFindingHasAnId() throws IOException {
    JsonNode findings = findings(derive());
    int places = findings.findValues("places").stream().mapToInt(JsonNode::size).sum();

    assertThat(ids(findings)).hasSize(findings.size() + places).hasSizeGreaterThan(100);
  }

  @Test
  void linesMayShift() throws IOException {
    Set<String> before = ids(findings(derive()));
    edit(GROK, text -> "# Added\n\nA text.\n\n" + text);

    assertThat(ids(findings(derive()))).isEqualTo(before);
  }

  @Test
  void pagesMayMove() throws IOException {
    Set<String> before = ids(findings(derive()));
    Files.createDirectories(folder.resolve("pages/moved"));
    Files.move(folder.resolve(GROK), folder.resolve("pages/moved/zzz.md"));
    Files.move(folder.resolve("pages/jxincm-sora.md"), folder.resolve("pages/a.md"));
    edit(
        "providers.yaml",
        text ->
            text.replace("page: chainhub-grok.md", "page: moved/zzz.md")
                .replace("page: jxincm-sora.md", "page: a.md"));

    assertThat(ids(findings(derive()))).isEqualTo(before);
  }

  @Test
  void propertiesMayBeReordered() throws IOException {
    Set<String> before = ids(findings(derive()));
    edit(
        GROK,
        text ->
            text.replaceFirst("( {20}mode: text\n)( {20}type: create\n {20}error: ''\n)", "$2$1"));

    assertThat(Files.readString(folder.resolve(GROK)))
        .contains("error: ''\n" + " ".repeat(20) + "mode");
    assertThat(ids(findings(derive()))).isEqualTo(before);
  }

  @Test
  void unrelatedChangesKeepTheIdsOfOthers() throws IOException {
    Set<String> before = ids(findings(derive()));
    Files.writeString(
        folder.resolve("pages/other.md"),
        """
        ```yaml
        openapi: 3.0.1
        info: {title: ' Other ', version: 1.0.0}
        paths:
          /other: {get: {responses: {'200': {description: ok}}}}
        ```
        """);

    assertThat(ids(findings(derive()))).containsAll(before).hasSizeGreaterThan(before.size());
  }

  @Test
  void changesKeepTheirIds() throws IOException {
    DerivationResult old = derive();
    edit(GROK, text -> text.replace("status: pending", "status: rendering"));
    Set<String> before = changes(old, derive());
    edit(GROK, text -> "# Added\n\n" + text);
    Files.move(folder.resolve(GROK), folder.resolve("pages/zzz.md"));
    edit("providers.yaml", text -> text.replace("page: chainhub-grok.md", "page: zzz.md"));
    edit("pages/chainhub-veo.md", text -> text.replace("status: pending", "status: queued"));

    assertThat(changes(old, derive())).containsAll(before).hasSizeGreaterThan(before.size());
  }

  private static Set<String> changes(DerivationResult before, DerivationResult after) {
    Set<String> ids = new TreeSet<>();
    Review.between(before.files(), after.files()).entries().stream()
        .filter(entry -> entry.field().startsWith("VideoTask"))
        .map(ReviewEntry::id)
        .forEach(ids::add);
    assertThat(ids).isNotEmpty().allMatch(id -> id.matches("c[0-9a-f]{9}"));
    return ids;
  }

  private static Set<String> ids(JsonNode findings) {
    Set<String> ids = new TreeSet<>(findings.findValuesAsText("id"));
    for (JsonNode finding : findings) {
      finding.path("places").forEach(place -> ids.add(place.path("id").asText()));
    }
    return ids;
  }

  private static JsonNode findings(DerivationResult derived) throws IOException {
    return new ObjectMapper().readTree(derived.files().get("findings.json"));
  }

  private DerivationResult derive() throws IOException {
    return Derivation.derive(SourcePaths.of(folder));
  }

  private void edit(String file, UnaryOperator<String> change) throws IOException {
    Path path = folder.resolve(file);
    String before = Files.readString(path);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(path, after);
  }
}
