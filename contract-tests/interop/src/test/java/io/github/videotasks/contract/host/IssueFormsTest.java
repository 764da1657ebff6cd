package io.github.videotasks.contract.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The issue forms are accepted by GitHub, and the checks find each kind of defect. */
class IssueFormsTest {
  private static final String FORM =
      """
      name: A form
      description: What it is for
      body:
        - type: markdown
          attributes: {value: Hello}
        - type: input
          id: first
          attributes: {label: First}
          validations: {required: true}
        - type: dropdown
          id: second
          attributes: {label: Second, options: [a, b]}
      """;

  @Test
  void formsHaveNoDefect() {
    Map<String, JsonNode> forms = HostFiles.readAll("ISSUE_TEMPLATE");
    forms.remove("config.yml");

    assertThat(forms).containsOnlyKeys("page-changed.yml", "response-not-understood.yml");
    assertThat(forms.values()).allSatisfy(form -> assertThat(IssueFormRules.check(form)).isEmpty());
  }

  @Test
  void acceptsCompleteForm() throws IOException {
    assertThat(IssueFormRules.check(HostFiles.parse(FORM))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: A form | names: A form | unknown key names",
        "description: What it is for | description: '' | the form: description is missing",
        "type: input | type: text | body[1]: unknown type text",
        "{label: First} | {label: First, render: text} | body[1]: unknown attribute render of"
            + " input",
        "{label: First} | {label: Second} | body[2]: label occurs twice",
        "id: second | id: first | body[2]: id is missing or occurs twice",
        "id: second | id: 2 nd | body[2]: id is missing or occurs twice",
        "{value: Hello} | {} | body[0]: value is missing",
        "[a, b] | [] | body[2]: no option",
        "[a, b] | [a, a] | body[2]: option without its own text",
        "required: true | required: yes please | body[1]: required is not a boolean",
      })
  void reportsDefect(String text, String replacement, String problem) throws IOException {
    assertThat(IssueFormRules.check(HostFiles.parse(FORM.replace(text, replacement))))
        .contains(problem);
  }

  /** OBSERVING.md and TROUBLESHOOTING.md of client-ext lead readers to this form. */
  @Test
  void formForResponsesNamesRecordingAndMasking() {
    String form = HostFiles.read("ISSUE_TEMPLATE", "response-not-understood.yml").toString();

    assertThat(form).contains("video-tasks record", ".recordTo(", "spec-tool observe", "masked");
  }
}
