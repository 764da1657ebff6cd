package io.github.videotasks.ext.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The masking of spec-tool has the text of this one, with other names: neither module depends on
 * the other or on a common one.
 */
class MaskingTwinsTest {

  private static final String NAMES =
      "ValueClass,NameClass HarmlessText,PlainText HiddenValues,RecordSecrets UrlMask,MaskedUrl"
          + " ExchangeMask,TrafficMask ext.recording,spec.observe";

  private static final Path OWN = Path.of("src/main/java/io/github/videotasks/ext/recording");
  private static final Path TWIN =
      Path.of("../spec/tool/src/main/java/io/github/videotasks/spec/observe");

  @ParameterizedTest
  @CsvSource({
    "ValueClass,NameClass",
    "HarmlessText,PlainText",
    "HiddenValues,RecordSecrets",
    "UrlMask,MaskedUrl"
  })
  void hasTheTextOfItsTwin(String own, String twin) throws IOException {
    String expected = Files.readString(OWN.resolve(own + ".java"));
    for (String pair : NAMES.split(" ", -1)) {
      String[] names = pair.split(",", -1);
      expected = expected.replaceAll("\\b" + names[0] + "\\b", names[1]);
    }

    assertThat(withoutLayout(Files.readString(TWIN.resolve(twin + ".java"))))
        .as("%s in %s has the text of %s in %s; change both", twin, TWIN, own, OWN)
        .isEqualTo(withoutLayout(expected));
  }

  /** The formatter breaks lines where the names end. */
  private static String withoutLayout(String source) {
    return source.replaceAll("[\\s*]", "");
  }
}
