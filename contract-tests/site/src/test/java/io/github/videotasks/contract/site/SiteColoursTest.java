package io.github.videotasks.contract.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The colours of texts have the contrast that WCAG 2 requires for normal text (level AA). */
class SiteColoursTest {

  private static final Pattern THEME = Pattern.compile(":root \\{[^}]*}");
  private static final Pattern COLOUR = Pattern.compile("--(\\w+): #(\\w{6})");
  private static final double LEAST_CONTRAST = 4.5;

  /** Light, then dark. */
  private static List<Map<String, Double>> luminances() {
    return THEME
        .matcher(SiteLayout.resource("site.css"))
        .results()
        .map(
            theme -> {
              Map<String, Double> colours = new HashMap<>();
              Matcher colour = COLOUR.matcher(theme.group());
              while (colour.find()) {
                colours.put(colour.group(1), luminance(Integer.parseInt(colour.group(2), 16)));
              }
              return colours;
            })
        .toList();
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double value = (channel & 0xff) / 255.0;
    return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  @ParameterizedTest
  @CsvSource({
    "text, back",
    "text, soft",
    "text, mark",
    "link, back",
    "link, soft",
    "link, mark",
    "number, back",
    "number, soft"
  })
  void haveContrast(String text, String background) {
    assertThat(luminances())
        .hasSize(2)
        .allSatisfy(
            theme -> {
              double a = Objects.requireNonNull(theme.get(text), text);
              double b = Objects.requireNonNull(theme.get(background), background);
              assertThat((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05))
                  .isGreaterThanOrEqualTo(LEAST_CONTRAST);
            });
  }
}
