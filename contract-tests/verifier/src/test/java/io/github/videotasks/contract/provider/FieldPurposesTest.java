package io.github.videotasks.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.videotasks.contract.RepositoryLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FieldPurposesTest {

  @Test
  void everyFieldThatTheLibraryNeedsHasPurposeAndNoOther() throws IOException {
    assertThat(new TreeSet<>(FieldPurposes.all().keySet())).isEqualTo(neededFields());
  }

  /** The fields in the contracts of the library, and the objects around them. */
  private static Set<String> neededFields() throws IOException {
    Set<String> fields = new TreeSet<>();
    for (Path file : PactFiles.list(RepositoryLayout.find().pacts())) {
      JsonNode pact = new JsonMapper().readTree(file.toFile());
      if (pact.at("/consumer/name").asText().equals("video-tasks-client-ext")) {
        for (JsonNode interaction : pact.path("interactions")) {
          interaction
              .at("/response/matchingRules/body")
              .fieldNames()
              .forEachRemaining(path -> addWithParents(fields, path.replaceFirst("^\\$\\.", "")));
        }
      }
    }
    return fields;
  }

  private static void addWithParents(Set<String> fields, String field) {
    fields.add(field);
    int dot = field.lastIndexOf('.');
    if (dot > 0) {
      addWithParents(fields, field.substring(0, dot));
    }
  }
}
