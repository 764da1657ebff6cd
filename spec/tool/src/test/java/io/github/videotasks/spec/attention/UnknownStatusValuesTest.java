package io.github.videotasks.spec.attention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.videotasks.spec.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Status values of pages that the table of status values lacks. */
class UnknownStatusValuesTest {
  @TempDir private Path folder;

  @Test
  void namesThePageLineAndTheLineToAdd() throws IOException {
    page("a\nvalue:\n  id: 1\n  status: Up-Scaling\n");

    assertThat(find("{'status':'Up-Scaling'}"))
        .extracting(Finding::toString)
        .containsExactly(
            "pages/acme.md:4: [unknown-status] expected a value of status-values.yaml at"
                + " Task.status, found 'Up-Scaling', for which a wait polls on until its deadline."
                + " Add the line '  up_scaling: RUNNING', or with the stage QUEUED, SUCCEEDED,"
                + " FAILED or CANCELLED, to the values of status-values.yaml, and the value to"
                + " StageMapping.java of client-ext.");
  }

  @Test
  void findsTheLineInJson() throws IOException {
    page("a\n{\"id\": \"status: x\",\n\"status\": \"x\"}\n");

    assertThat(find("{'status':'x'}")).extracting(f -> f.location().line()).containsExactly(3);
  }

  @Test
  void namesTheExampleWhenThePageIsNotThere() throws IOException {
    assertThat(find("{'status':'x'}")).extracting(f -> f.location().line()).containsExactly(2);
  }

  @Test
  void knowsValuesOfTheTableInAnyCase() throws IOException {
    assertThat(find("{'status':'IN-PROGRESS','detail':{'status':'Succeeded'}}")).isEmpty();
  }

  @Test
  void ignoresFieldsWhereClientExtReadsNoStatus() throws IOException {
    assertThat(find("{'status':'done','draft':{'status':'x'},'step_state':'y'}")).isEmpty();
  }

  private void page(String text) throws IOException {
    Files.createDirectories(folder.resolve("pages"));
    Files.writeString(folder.resolve("pages/acme.md"), text);
  }

  private List<Finding> find(String example) throws IOException {
    return UnknownStatusValues.find(
        contract(example), AttentionTables.read(Path.of("..")), new ValueLines(folder));
  }

  private static JsonNode contract(String example) throws IOException {
    String json =
        """
        {'paths':{'/task':{'get':{'x-providers':['acme'],'responses':{'200':{'content':
          {'application/json':{
            'schema':{'$ref':'#/components/schemas/Task'},
            'examples':{'acme-1-x':{'value':%s,'x-source':'pages/acme.md:2'}}}}}}}}},
         'components':{'schemas':{'Task':{'type':'object'}}}}
        """
            .formatted(example);
    return new ObjectMapper().readTree(json.replace('\'', '"'));
  }
}
