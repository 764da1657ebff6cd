package io.github.videotasks.spec.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.TestPages;
import io.github.videotasks.spec.diff.ChangeClass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two pages describe one operation; each test edits one of them. */
class ReviewTest {
  private static final String MEDIA =
      """
      schema:
        type: object
        properties:
          id: {type: string}
          n: {type: integer}
      examples:
        one: {value: {id: a, n: 1, size: {w: 1}}}
        two: {value: {id: b, n: 2}}
      """;

  @TempDir private Path folder;
  private Map<String, byte[]> before = Map.of();

  @BeforeEach
  void deriveOldContract() throws IOException {
    before = derive(MEDIA);
  }

  @Test
  void namesProviderAndLineOfChangedDeclaration() throws IOException {
    assertThat(review(MEDIA.replace("n: {type: integer}", "n: {type: boolean}")))
        .contains("breaking: GET /a: OpResponse.n: type changed [acme; pages/acme.md:21]");
  }

  @Test
  void ignoresMovedLines() throws IOException {
    String moved = MEDIA.replace("schema:\n", "schema:\n  description: new\n  title: T\n");
    assertThat(review(moved.replace("n: {type: integer}", "n: {type: boolean}")))
        .contains("breaking: GET /a: OpResponse.n: type changed [acme; pages/acme.md:23]");
  }

  @Test
  void namesLineOfOldPageForRemovedField() throws IOException {
    assertThat(review(MEDIA.replace(", size: {w: 1}", "")))
        .contains(
            "breaking: GET /a: OpResponse.size: optional field removed"
                + " [acme; pages/acme.md:23 (old page)]");
  }

  @Test
  void namesExampleThatShowsNewField() throws IOException {
    assertThat(review(MEDIA.replace("id: b, n: 2", "id: b, n: 2, more: x")))
        .contains(
            "compatible: GET /a: OpResponse.more: optional field added [acme; pages/acme.md:24]");
  }

  /** The inserted example takes the number of the first one. */
  @Test
  void namesInsertedExampleAndNotTheMovedOnes() throws IOException {
    String inserted = MEDIA.replace("examples:\n", "examples:\n  new: {value: {id: 5, n: 1}}\n");
    assertThat(review(inserted))
        .contains("breaking: GET /a: OpResponse.id: type changed [acme; pages/acme.md:23]");
  }

  @Test
  void listsChangesOfWholeContractLast() throws IOException {
    List<String> changes = review(MEDIA.replace("n: {type: integer}", "n: {type: boolean}"));
    assertThat(changes.get(changes.size() - 1)).startsWith("compatible: Whole contract: ");
  }

  @Test
  void ordersByClassThenOperationThenField() throws IOException {
    String edited = MEDIA.replace(", size: {w: 1}", ", a: 1, b: 2").replace("integer", "boolean");
    Review review = Review.between(before, derive(edited));
    assertThat(review.entries())
        .map(entry -> (ReviewChange) entry)
        .isSorted()
        .extracting(change -> change.change().impact().changeClass())
        .containsSubsequence(ChangeClass.BREAKING, ChangeClass.COMPATIBLE)
        .doesNotContainSubsequence(ChangeClass.COMPATIBLE, ChangeClass.BREAKING);
    assertThat(review.hasErrors()).isTrue();
  }

  @Test
  void namesLinesOfRemovedOperation() throws IOException {
    TestPages.in(folder).addGetPage("acme.md", "/b", MEDIA);
    assertThat(entries(Review.between(before, TestPages.in(folder).derive().files())))
        .contains("compatible: GET /b: : operation added [acme; pages/acme.md:10]");
  }

  /** A contract that was published alone has no lines, but names its providers. */
  @Test
  void namesProvidersWithoutEvidence() throws IOException {
    Map<String, byte[]> after = derive(MEDIA.replace("integer", "boolean"));
    assertThat(entries(Review.between(contract(before), contract(after))))
        .contains("breaking: GET /a: OpResponse.n: type changed [acme, bolt]");
  }

  @Test
  void keepsIdWhenLinesMove() throws IOException {
    String edited = MEDIA.replace("n: {type: integer}", "n: {type: boolean}");
    String moved = edited.replace("schema:\n", "schema:\n  description: new\n");
    assertThat(id(edited)).isEqualTo(id(moved)).hasSize(10);
  }

  private String id(String media) throws IOException {
    return Review.between(before, derive(media)).entries().stream()
        .filter(entry -> entry.field().equals("OpResponse.n"))
        .map(ReviewEntry::id)
        .findFirst()
        .orElseThrow();
  }

  private Map<String, byte[]> derive(String media) throws IOException {
    DerivationResult derived =
        TestPages.in(folder)
            .addGetPage("acme.md", "/a", media)
            .addGetPage("bolt.md", "/a", MEDIA.replace(", size: {w: 1}", ""))
            .derive();
    return derived.files();
  }

  private List<String> review(String media) throws IOException {
    return entries(Review.between(before, derive(media)));
  }

  private static List<String> entries(Review review) {
    return review.entries().stream().map(ReviewTest::line).toList();
  }

  private static String line(ReviewEntry entry) {
    String text = entry.group() + ": " + entry.section() + ": " + entry.field();
    return text + ": " + entry.description() + " [" + EntrySentence.origin(entry) + "]";
  }

  private static Map<String, byte[]> contract(Map<String, byte[]> files) {
    Map<String, byte[]> copy = new TreeMap<>(files);
    copy.keySet().retainAll(List.of("openapi.yaml"));
    return copy;
  }
}
