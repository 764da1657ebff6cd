package io.github.videotasks.contract.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The response bodies that are decoded: four examples of the contract, without white space as a
 * gateway sends them.
 */
public enum Payload {
  SORA_WAITING("sora waiting", "jxincm-sora/1.json"),
  SORA_FINISHED("sora finished", "jxincm-sora/2.json"),
  GROK_FINISHED("grok finished", "chainhub-grok/2.json"),
  OPENAI_VIDEO("OpenAI video", "chainhub-openai/2.json");

  /** System property with the path of the folder of the examples. */
  static final String EXAMPLES_PROPERTY = "bench.examples";

  final String title;
  private final String file;

  Payload(String title, String file) {
    this.title = title;
    this.file = file;
  }

  byte[] bytes() throws IOException {
    Path example = Path.of(System.getProperty(EXAMPLES_PROPERTY)).resolve(file);
    return compact(Files.readString(example)).getBytes(StandardCharsets.UTF_8);
  }

  /** Removes white space. A JSON library is not used, because it could change numbers. */
  private static String compact(String json) {
    StringBuilder out = new StringBuilder();
    boolean inString = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '"') {
        inString = !inString;
      }
      if (inString || !Character.isWhitespace(c)) {
        out.append(c);
      }
      if (inString && c == '\\') {
        out.append(json.charAt(++i));
      }
    }
    return out.toString();
  }
}
