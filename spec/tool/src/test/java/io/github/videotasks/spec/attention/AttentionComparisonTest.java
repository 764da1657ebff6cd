package io.github.videotasks.spec.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.SourceLocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of two contracts needs attention. */
class AttentionComparisonTest {
  private static final String UNKNOWN =
      "client-ext does not know it: a wait polls on until its deadline, 30 minutes by default, and"
          + " then ends with a timeout";

  private static final List<ShownValue> SHOWN =
      List.of(new ShownValue("acme", new SourceLocation("pages/acme.md", 7)));

  @Test
  void reportsValueThatClientExtDoesNotKnow() throws IOException {
    assertThat(compare("{'status':'queued'}", "{'status':'rendering'}"))
        .containsExactly(
            new Attention(
                AttentionKind.STATUS_VALUE_ADDED, "Task.status", "", "rendering", UNKNOWN, SHOWN),
            new Attention(
                AttentionKind.STATUS_VALUE_REMOVED,
                "Task.status",
                "queued",
                "",
                "client-ext knows it as QUEUED: a wait polls on",
                SHOWN));
  }

  @ParameterizedTest
  @CsvSource({"生成中", "task.rendering", "failed: moderation", "1"})
  void reportsValuesInEverySpelling(String value) throws IOException {
    assertThat(compare("{'status':'queued'}", "{'status':'" + value + "'}"))
        .extracting(Attention::kind, Attention::after)
        .contains(tuple(AttentionKind.STATUS_VALUE_ADDED, value));
  }

  @Test
  void reportsValueThatMovedToAnotherField() throws IOException {
    assertThat(compare("{'status':'queued','state':'a'}", "{'status':'b','state':'queued'}"))
        .extracting(Attention::kind, Attention::before, Attention::after)
        .contains(tuple(AttentionKind.STATUS_VALUE_MOVED, "status: queued", "state: queued"))
        .hasSize(3);
  }

  @Test
  void reportsValueThatTheSchemaListsAndAProviderShowsForTheFirstTime() throws IOException {
    String schema = "'status':{'type':'string','x-extensible-enum':['queued','failed']}";

    assertThat(
            AttentionComparison.between(
                contract(
                    "'status':{'type':'string','x-extensible-enum':['queued','failed']}",
                    "{'status':'queued'}"),
                contract(schema, "{'status':'failed'}"),
                tables()))
        .extracting(Attention::kind, Attention::after, Attention::note)
        .contains(
            tuple(
                AttentionKind.STATUS_VALUE_ADDED,
                "failed",
                "client-ext knows it as FAILED: a wait ends with the failure"));
  }

  @Test
  void reportsListedValueWithoutExample() throws IOException {
    assertThat(
            AttentionComparison.between(
                contract("'status':{'type':'string','x-extensible-enum':['queued']}", "{}"),
                contract(
                    "'status':{'type':'string','x-extensible-enum':['queued','on hold']}", "{}"),
                tables()))
        .containsExactly(
            new Attention(
                AttentionKind.STATUS_VALUE_ADDED,
                "Task.status",
                "",
                "on hold",
                UNKNOWN,
                List.of()));
  }

  @Test
  void saysThatNoStatusIsReadAtTheField() throws IOException {
    assertThat(compare("{'step_state':'a'}", "{'step_state':'b'}"))
        .extracting(Attention::note)
        .allMatch(note -> note.endsWith("client-ext reads no status there"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'asset_link':null} | NEW_URL_PLACE | asset_link",
        "{'clip':'https://a.example/b'} | NEW_URL_PLACE | clip",
        "{'clips':[{'file':'https://a.example/b'}]} | NEW_URL_PLACE | clips.file",
        "{'failure_text':''} | NEW_FAILURE_PLACE | failure_text",
        "{'warning':{'message':'x y.'}} | NEW_FAILURE_PLACE | warning.message",
        "{'task_state':'x'} | NEW_STATUS_PLACE | task_state",
        "{'phase':'processing'} | NEW_STATUS_PLACE | phase",
      })
  void reportsNewFieldThatLooksLikeAPlace(String example, AttentionKind kind, String path)
      throws IOException {
    assertThat(compare("{}", example))
        .filteredOn(attention -> attention.kind() == kind)
        .extracting(Attention::after)
        .containsExactly(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'video_url':'https://a.example/b'}",
        "{'output':{'result':{'video_url':'https://a.example/b'}}}",
        "{'error':{'message':'x','code':'y'}}",
        "{'prompt':'A cat. A dog.','size':'720p','seconds':4,'is_error':false}",
        "{'note':'see https://a.example/b'}",
      })
  void reportsNoPlaceForKnownOnesAndOtherTexts(String example) throws IOException {
    assertThat(compare("{}", example)).isEmpty();
  }

  @Test
  void reportsFieldThatShowsItsFirstUrl() throws IOException {
    assertThat(compare("{'clip':null}", "{'clip':'https://a.example/b'}"))
        .containsExactly(
            new Attention(
                AttentionKind.NEW_URL_PLACE,
                "Task.clip",
                "",
                "clip",
                "client-ext finds no file there, unless it guesses it. If"
                    + " it is one, add a row to UrlPlaces and the line '    - clip' to url.anywhere"
                    + " or url.task of known-places.yaml",
                SHOWN));
  }

  @Test
  void reportsAnObjectAndItsFieldsOnce() throws IOException {
    assertThat(compare("{}", "{'error_info':{'error_text':'a','message':'b'}}"))
        .extracting(Attention::after)
        .containsExactly("error_info");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'status':'queued','clip':'https://a.example/b'} |"
            + " {'clip':'https://a.example/c','status':'queued'}",
        "{'prompt':'running'} | {'prompt':'failed'}",
        "{'progress_text':'a'} | {'progress_text':'b'}",
      })
  void reportsNothingForOtherEdits(String before, String after) throws IOException {
    assertThat(compare(before, after)).isEmpty();
  }

  @Test
  void saysWhatIsUnknownWithoutTables() throws IOException {
    assertThat(
            AttentionComparison.between(
                contract("", "{'status':'queued'}"),
                contract("", "{'status':'queued2','clip':'https://a.example/b'}"),
                AttentionTables.NONE))
        .extracting(Attention::note)
        .first()
        .isEqualTo(
            "whether client-ext knows it is unknown, because the contract"
                + " has no status-values.json");
  }

  @Test
  void comparesNothingWithAnEmptyContract() throws IOException {
    ObjectNode empty = new ObjectMapper().createObjectNode();

    assertThat(AttentionComparison.between(empty, contract("", "{'status':'a'}"), tables()))
        .isEmpty();
  }

  /** The schema is used at a path where client-ext looks for a status, and at another one. */
  @Test
  void reportsFieldOfSchemaAtTwoPathsOnce() throws IOException {
    String schema =
        "'part':{'properties':{'status':{'type':'string'}}},"
            + "'data':{'$ref':'#/components/schemas/Task/properties/part'},"
            + "'next':{'$ref':'#/components/schemas/Task/properties/part'}";
    JsonNode before = contract(schema, "{'data':{'status':'a'},'next':{'status':'a'}}");
    JsonNode after = contract(schema, "{'data':{'status':'done'},'next':{'status':'done'}}");

    assertThat(AttentionComparison.between(before, after, tables()))
        .filteredOn(attention -> attention.kind() == AttentionKind.STATUS_VALUE_ADDED)
        .extracting(Attention::location, Attention::after, Attention::note, Attention::shown)
        .containsExactly(
            tuple(
                "part.status",
                "done",
                "client-ext knows it as SUCCEEDED: a wait ends with the result; at another path of"
                    + " the schema: client-ext reads no status there",
                SHOWN));
  }

  @Test
  void endsForSchemasThatContainThemselves() throws IOException {
    String recursive =
        "'status':{'type':'string'},'next':{'$ref':'#/components/schemas/Task'},"
            + "'list':{'type':'array','items':{'$ref':'#/components/schemas/Task'}}";

    assertThat(ResponseFields.of(contract(recursive, "{}")).keySet())
        .containsExactly("list", "next", "status");
  }

  private static List<Attention> compare(String before, String after) throws IOException {
    return AttentionComparison.between(contract("", before), contract("", after), tables());
  }

  private static AttentionTables tables() throws IOException {
    return AttentionTables.read(Path.of(".."));
  }

  private static JsonNode contract(String properties, String example) throws IOException {
    String json =
        """
        {'paths':{'/task':{'get':{'x-providers':['ac','acme'],'responses':{'200':{'content':
          {'application/json':{
            'schema':{'$ref':'#/components/schemas/Task'},
            'examples':{'acme-1-x':{'$ref':'#/components/examples/acme-1-x'}}}}}}}}},
         'components':{'schemas':{'Task':{'type':'object','properties':{%s}}},
          'examples':{'acme-1-x':{'value':%s,'x-source':'pages/acme.md:7'}}}}
        """
            .formatted(properties, example);
    return new ObjectMapper().readTree(json.replace('\'', '"'));
  }
}
