package io.github.videotasks.spec.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.TestPages;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtensibleEnumTest {
  private static final String EXAMPLES =
      """
      examples:
        a: {value: {status: queued, prompt: cat, jobState: idle, note_status: "not yet, wait"}}
        b: {value: {status: done, prompt: dog, jobState: idle, note_status: ""}}
      """;

  @TempDir Path folder;

  @Test
  void listsStatusValuesOfExamples() throws IOException {
    JsonNode properties = properties(TestPages.in(folder).addGetPage("a.md", "/task", EXAMPLES));
    assertThat(properties.at("/status/x-extensible-enum").toString())
        .isEqualTo("[\"done\",\"queued\"]");
    assertThat(properties.at("/jobState/x-extensible-enum").toString()).isEqualTo("[\"idle\"]");
  }

  @Test
  void neverWritesClosedEnum() throws IOException {
    assertThat(
            properties(TestPages.in(folder).addGetPage("a.md", "/task", EXAMPLES))
                .findValues("enum"))
        .isEmpty();
  }

  @Test
  void ignoresSentencesAndOtherFields() throws IOException {
    JsonNode properties = properties(TestPages.in(folder).addGetPage("a.md", "/task", EXAMPLES));
    assertThat(properties.at("/note_status").has("x-extensible-enum")).isFalse();
    assertThat(properties.at("/prompt").has("x-extensible-enum")).isFalse();
  }

  @Test
  void addsValuesOfCorrectionOnce() throws IOException {
    TestPages pages =
        TestPages.in(folder)
            .addGetPage("a.md", "/task", EXAMPLES)
            .addCorrection(
                "010-words",
                """
                  - target: $.paths['/task'].get.responses['200'].content['application/json'].schema.properties.status
                    update: {x-extensible-enum: [queued, running]}
                """);
    assertThat(properties(pages).at("/status/x-extensible-enum").toString())
        .isEqualTo("[\"done\",\"queued\",\"running\"]");
  }

  private static JsonNode properties(TestPages pages) throws IOException {
    return pages.contract().at("/components/schemas/OpResponse/properties");
  }
}
