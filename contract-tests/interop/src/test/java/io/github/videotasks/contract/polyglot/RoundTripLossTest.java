package io.github.videotasks.contract.polyglot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counting of lost, omitted and added properties. */
class RoundTripLossTest {

  @Test
  void ignoresPropertyOrder() throws Exception {
    assertThat(compare("{\"a\":1,\"b\":[{\"c\":2}]}", "{\"b\":[{\"c\":2}],\"a\":1}"))
        .isEqualTo(new RoundTripLoss(3, List.of(), List.of(), List.of()));
  }

  @Test
  void countsLostPropertyAndItsDescendants() throws Exception {
    assertThat(compare("{\"a\":{\"b\":1,\"c\":{\"d\":2}},\"e\":3}", "{\"e\":3}"))
        .isEqualTo(
            new RoundTripLoss(
                5, List.of("$.a", "$.a.b", "$.a.c", "$.a.c.d"), List.of(), List.of()));
  }

  @Test
  void distinguishesLostNullFromLostValue() throws Exception {
    assertThat(compare("{\"a\":null,\"b\":1}", "{}"))
        .isEqualTo(new RoundTripLoss(1, List.of("$.b"), List.of("$.a"), List.of()));
  }

  @Test
  void countsAddedValuesButNotAddedNulls() throws Exception {
    assertThat(compare("{\"a\":{}}", "{\"a\":{\"b\":null,\"c\":0}}"))
        .isEqualTo(new RoundTripLoss(1, List.of(), List.of(), List.of("$.a.c")));
  }

  @Test
  void countsValueReplacingNullAsAdded() throws Exception {
    assertThat(compare("{\"a\":null}", "{\"a\":\"\"}"))
        .isEqualTo(new RoundTripLoss(0, List.of(), List.of(), List.of("$.a")));
  }

  @Test
  void comparesElementsByPosition() throws Exception {
    assertThat(compare("{\"a\":[1,2,3]}", "{\"a\":[1,3]}").lost())
        .containsExactly("$.a[1]", "$.a[2]");
  }

  @Test
  void countsObjectWrittenAsListAsLost() throws Exception {
    assertThat(compare("{\"a\":{}}", "{\"a\":[]}").lost()).containsExactly("$.a");
    assertThat(compare("{}", "[]").lost()).containsExactly("$");
  }

  @ParameterizedTest
  @CsvSource({
    "9007199254740993, 9007199254740992, 1",
    "9007199254740993, 9007199254740993, 0",
    "0.1000000000000000055511151231257827, 0.1, 1",
    "45.0, 45, 0",
    "1e2, 100, 0",
    "1e400, null, 1",
    "1, '\"1\"', 1",
    "true, 1, 1"
  })
  void comparesNumbersAtFullPrecision(String sent, String written, int lost) throws Exception {
    assertThat(compare("{\"a\":" + sent + "}", "{\"a\":" + written + "}").lost()).hasSize(lost);
  }

  private static RoundTripLoss compare(String sent, String written) throws JsonProcessingException {
    return RoundTripLoss.compare(JsonTrees.tree(sent), JsonTrees.tree(written));
  }
}
