package io.github.videotasks.contract.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A headless Chromium with its own profile, controlled by the DevTools protocol. */
final class Chromium implements AutoCloseable {

  private static final String DEVTOOLS_PREFIX = "DevTools listening on ";
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> BASE_COMMAND =
      List.of(
          "chromium",
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--remote-debugging-port=0");

  private final Process process;
  private final URI devToolsUrl;

  private Chromium(Process process, URI devTools) {
    this.process = process;
    this.devToolsUrl = devTools;
  }

  /**
   * Starts Chromium. Returns empty on a machine without Chromium.
   *
   * @param profile an empty folder
   */
  static Optional<Chromium> start(Path profile) throws IOException {
    List<String> command = new ArrayList<>(BASE_COMMAND);
    command.add("--user-data-dir=" + profile);
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      return Optional.empty();
    }
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(DEVTOOLS_PREFIX)) {
        return Optional.of(
            new Chromium(process, URI.create(line.substring(DEVTOOLS_PREFIX.length()).strip())));
      }
    }
    throw new IOException("expected Chromium to open a DevTools port, found that it exited");
  }

  /** Opens a new, empty tab. */
  BrowserTab openTab() throws IOException, InterruptedException {
    URI list = URI.create("http://127.0.0.1:" + devToolsUrl.getPort() + "/json/new?about:blank");
    HttpRequest request =
        HttpRequest.newBuilder(list).PUT(HttpRequest.BodyPublishers.noBody()).build();
    JsonNode tab =
        JSON.readTree(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
    return new BrowserTab(URI.create(tab.required("webSocketDebuggerUrl").asText()));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
