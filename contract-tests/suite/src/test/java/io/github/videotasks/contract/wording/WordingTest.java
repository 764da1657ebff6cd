package io.github.videotasks.contract.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.wording.AllowedWords.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keeps terms that nobody searches for out of comments, documents and the names of main code. */
class WordingTest {

  private static final String NEXT_STEP =
      "Reword. Where the term is right, for example in a quoted text, add a line"
          + " FILE<TAB>WORD<TAB>WHY to "
          + AllowedWords.FILE;

  private static List<Finding> inProse = List.of();
  private static List<Finding> inNames = List.of();
  private static AllowedWords allowed = new AllowedWords(List.of());

  @BeforeAll
  static void readSources() throws IOException {
    Path root = RepositoryLayout.find().root();
    List<SourceFile> files = SourceFile.readAll(root);
    inProse = files.stream().flatMap(WordingTest::findInProse).toList();
    inNames = files.stream().flatMap(WordingTest::findInNames).toList();
    allowed = AllowedWords.read(root);
  }

  @Test
  void commentsAndDocumentsUseTheFieldsTerms() {
    assertThat(inProse).as(NEXT_STEP).filteredOn(it -> !allowed.allows(it)).isEmpty();
  }

  @Test
  void namesUseTheFieldsTerms() {
    assertThat(inNames).as(NEXT_STEP).filteredOn(it -> !allowed.allows(it)).isEmpty();
  }

  @Test
  void everyAllowedWordOccurs() {
    List<Finding> findings = Stream.concat(inProse.stream(), inNames.stream()).toList();

    assertThat(allowed.unused(findings)).as("Delete these lines of " + AllowedWords.FILE).isEmpty();
  }

  @Test
  void findsWordsInCommentsOnly() {
    SourceFile file =
        new SourceFile(
            "a/src/main/java/A.java",
            """
            /** Returns the answer, or the IP
             * address of {@code answers}. */
            String hops = "answer // answer"; // sends the
            // Question
            """);

    assertThat(findInProse(file).map(Finding::toString))
        .containsExactly(
            "a/src/main/java/A.java:1: 'answer', write: response, respond (HTTP); result (of a"
                + " task)",
            "a/src/main/java/A.java:4: 'Question', write: request (one HTTP exchange), poll (one"
                + " step of a wait)");
    assertThat(findInNames(file).map(Finding::toString))
        .containsExactly("a/src/main/java/A.java:3: 'hops', write: Redirect");
  }

  @Test
  void findsWordsOfNames() {
    SourceFile file =
        new SourceFile(
            "a/src/main/java/A.java",
            "lastAnswer ANSWER_LIMIT AnswerReader answers; answerable reanswer DISANSWER planes");

    assertThat(findInNames(file).map(Finding::word))
        .containsExactly("Answer", "ANSWER", "Answer", "answers");
  }

  @Test
  void skipsCodeInDocuments() {
    SourceFile file =
        new SourceFile(
            "CHANGELOG.md",
            """
            An `answer`, a [page](answer.md) and https://host/answer.
            ```
            answer
            ```
            ## 2
            Limits are passed.
            ## 1
            An answer.
            """);

    assertThat(findInProse(file))
        .containsExactly(new Finding("CHANGELOG.md", 6, "Limits are passed", "is exceeded"));
  }

  private static Stream<Finding> findInProse(SourceFile file) {
    return find(WordPattern.IN_PROSE, file, file.prose());
  }

  private static Stream<Finding> findInNames(SourceFile file) {
    return file.isMainCode() ? find(WordPattern.IN_NAMES, file, file.code()) : Stream.empty();
  }

  private static Stream<Finding> find(List<WordPattern> words, SourceFile file, String text) {
    return words.stream()
        .flatMap(
            word ->
                word.pattern()
                    .matcher(text)
                    .results()
                    .map(
                        match ->
                            new Finding(
                                file.path(),
                                file.line(match.start()),
                                match.group().replaceAll("\\s+", " "),
                                word.instead())));
  }
}
