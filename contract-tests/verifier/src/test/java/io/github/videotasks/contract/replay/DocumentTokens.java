package io.github.videotasks.contract.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.JsonPointerBasedFilter;
import com.fasterxml.jackson.core.filter.TokenFilter.Inclusion;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Converts a document to its list of tokens, each with kind and exact text, so that {@code 1.0} and
 * {@code 1.00} differ.
 */
final class DocumentTokens {

  private DocumentTokens() {}

  static List<String> ofJson(String json) throws IOException {
    return tokens(new JsonFactory().createParser(json));
  }

  /** Returns the tokens of one node of the YAML between the code fences of a page. */
  static List<String> ofPage(String page, String pointer) throws IOException {
    String yaml =
        page.substring(page.indexOf("openapi:"), page.lastIndexOf("```")).replaceAll("`+$", "");
    return tokens(
        new FilteringParserDelegate(
            new YAMLFactory().createParser(yaml),
            new JsonPointerBasedFilter(JsonPointer.compile(pointer)),
            Inclusion.ONLY_INCLUDE_ALL,
            false));
  }

  private static List<String> tokens(JsonParser parser) throws IOException {
    List<String> tokens = new ArrayList<>();
    try (parser) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        tokens.add(token + " " + parser.getText());
      }
    }
    return tokens;
  }
}
