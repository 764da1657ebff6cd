package io.github.videotasks.spec.observe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongStringFilterTest {
  private static String filter(String json, int limit) throws IOException {
    InputStream in = new ByteArrayInputStream(json.getBytes(UTF_8));
    return new String(new LongStringFilter(in, limit).readAllBytes(), UTF_8);
  }

  @Test
  void cutsLongStringsOnly() throws IOException {
    assertThat(filter("{\"a\":\"xyxy\",\"xyxyz\":[\"xyxyz\",\"\"]}", 4))
        .isEqualTo("{\"a\":\"xyxy\",\"xyxy\\u0000cut\":[\"xyxy\\u0000cut\",\"\"]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u00e9", "\\\\", "\\\"", "é", "\uD83D\uDE00", "a\\n", "0\\u0041f"})
  void cutsNeitherEscapesNorCharacters(String unit) throws IOException {
    for (int limit = 1; limit < 20; limit++) {
      String whole = "\"" + unit.repeat(30) + "\"";
      String cut = text(filter(whole, limit));

      assertThat(cut).as("limit %d", limit).endsWith(LongStringFilter.CUT);
      assertThat(text(whole)).startsWith(cut.replace(LongStringFilter.CUT, ""));
    }
  }

  /** Returns the text of a JSON string; fails if it is none. */
  private static String text(String json) {
    JsonNode node = TrafficJson.parse(json);
    assertThat(node).as(json).isNotNull();
    return String.valueOf(node == null ? null : node.textValue());
  }

  /** A string of 64 MB: what is passed on does not depend on its length. */
  @Test
  void passesOnNoMoreThanTheLimit() throws IOException {
    InputStream quote = new ByteArrayInputStream(new byte[] {'"'});
    InputStream text = InputStream.nullInputStream();
    byte[] part = "xyz".repeat(1 << 16).getBytes(UTF_8);
    for (int i = 0; i < 340; i++) {
      text = new SequenceInputStream(text, new ByteArrayInputStream(part));
    }
    InputStream endless = new SequenceInputStream(quote, text);

    assertThat(new LongStringFilter(endless, 1_000).readAllBytes()).hasSize(1_001);
  }
}
