package io.github.videotasks.contract.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks the report of this build in a browser and saves screenshots beside it. */
class ReportBrowserCheck {

  private static final Path REPORT = Path.of("target/contract-report").toAbsolutePath();

  // The browser may still write into its profile while it exits.
  @TempDir(cleanup = CleanupMode.NEVER)
  private static Path profile = Path.of("");

  private static @Nullable Chromium browser;

  @BeforeAll
  static void startBrowser() throws IOException {
    assumeTrue(
        Files.exists(REPORT.resolve("index.html")),
        "not run: expected the report of an earlier phase, found none");
    Optional<Chromium> started = Chromium.start(profile);
    assumeTrue(started.isPresent(), "not run: chromium is not installed");
    browser = started.orElseThrow();
  }

  @AfterAll
  static void stopBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "phone, 360, 780, light",
    "phone, 360, 780, dark",
    "desktop, 1280, 900, light",
    "desktop, 1280, 900, dark"
  })
  void fitsViewportWithoutErrorsOrNetworkRequests(
      String device, int width, int height, String scheme) throws Exception {
    try (BrowserTab tab = Objects.requireNonNull(browser).openTab()) {
      emulateDevice(tab, width, height, scheme);
      tab.navigate(REPORT.resolve("index.html").toUri());
      // Nothing may overflow when all details are open.
      tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");

      assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt())
          .as("width of the page")
          .isLessThanOrEqualTo(width);
      assertThat(
              tab.evaluate(
                      "[...document.querySelectorAll('td,th')].filter(e =>"
                          + " e.getBoundingClientRect().right > innerWidth + 1).length")
                  .asInt())
          .as("truncated cells")
          .isZero();
      assertThat(
              tab.evaluate(
                      "Math.max(...[...document.querySelectorAll('.over tr')].map(e =>"
                          + " e.clientHeight))")
                  .asInt())
          .as("height in px of the tallest row of the overview; names are not broken into letters")
          .isLessThan(120);
      assertThat(tab.evaluate("matchMedia('(prefers-color-scheme: dark)').matches").asBoolean())
          .isEqualTo(scheme.equals("dark"));
      tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = false)");
      saveScreenshot(tab, device + "-" + scheme + ".png");
      assertThat(consoleMessages(tab)).isEmpty();
      assertThat(requestUrls(tab)).allMatch(it -> it.startsWith("file:") || it.startsWith("data:"));
    }
  }

  private static void emulateDevice(BrowserTab tab, int width, int height, String scheme)
      throws InterruptedException {
    tab.send(
        "Emulation.setDeviceMetricsOverride",
        BrowserTab.parameters()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 2)
            .put("mobile", width < 600));
    var media = BrowserTab.parameters();
    media.putArray("features").addObject().put("name", "prefers-color-scheme").put("value", scheme);
    tab.send("Emulation.setEmulatedMedia", media);
  }

  private static Stream<String> consoleMessages(BrowserTab tab) {
    return Stream.of("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown")
        .flatMap(name -> tab.events(name).stream())
        .map(Object::toString);
  }

  private static Stream<String> requestUrls(BrowserTab tab) {
    return tab.events("Network.requestWillBeSent").stream()
        .map(it -> URI.create(it.at("/params/request/url").asText()).toString());
  }

  private static void saveScreenshot(BrowserTab tab, String file) throws Exception {
    String picture = tab.send("Page.captureScreenshot").required("data").asText();
    Path folder = Files.createDirectories(REPORT.resolve("screenshots"));
    Files.write(folder.resolve(file), Base64.getDecoder().decode(picture));
  }
}
