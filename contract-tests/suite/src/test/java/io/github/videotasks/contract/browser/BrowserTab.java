package io.github.videotasks.contract.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A browser tab, controlled by the DevTools protocol. Sends one command at a time, keeps all
 * events.
 */
final class BrowserTab implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final long TIMEOUT_SECONDS = 60;

  private final WebSocket socket;
  private final BlockingQueue<JsonNode> responses = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> loadEvents = new LinkedBlockingQueue<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private int lastCommandId;

  BrowserTab(URI url) {
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(url, new MessageListener())
            .join();
  }

  /**
   * Sends a command and waits for its result, for at most {@value #TIMEOUT_SECONDS} s.
   *
   * @throws IllegalStateException when the result is an error or does not arrive in time
   */
  JsonNode send(String method, ObjectNode parameters) throws InterruptedException {
    ObjectNode command = JSON.createObjectNode().put("id", ++lastCommandId).put("method", method);
    command.set("params", parameters);
    socket.sendText(command.toString(), true).join();
    JsonNode response = responses.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    if (response == null || response.has("error")) {
      throw new IllegalStateException("expected a result of " + method + ", found " + response);
    }
    return response.path("result");
  }

  JsonNode send(String method) throws InterruptedException {
    return send(method, parameters());
  }

  static ObjectNode parameters() {
    return JSON.createObjectNode();
  }

  /**
   * Opens a page and waits until it is loaded, for at most {@value #TIMEOUT_SECONDS} s.
   *
   * @throws IllegalStateException when the page is not loaded in time
   */
  void navigate(URI page) throws InterruptedException {
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      send(domain + ".enable");
    }
    send("Page.navigate", parameters().put("url", page.toString()));
    if (loadEvents.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS) == null) {
      throw new IllegalStateException(
          "expected " + page + " to load within " + TIMEOUT_SECONDS + " s, found it still loading");
    }
  }

  /** Returns the value of a JavaScript expression. */
  JsonNode evaluate(String expression) throws InterruptedException {
    return send(
            "Runtime.evaluate",
            parameters().put("expression", expression).put("returnByValue", true))
        .at("/result/value");
  }

  /** Returns the received events of that name. */
  List<JsonNode> events(String method) {
    return events.stream().filter(it -> it.path("method").asText().equals(method)).toList();
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class MessageListener implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        dispatch(text.toString());
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(webSocket, data, last);
    }

    private void dispatch(String message) {
      try {
        JsonNode tree = JSON.readTree(message);
        if (tree.has("id")) {
          responses.add(tree);
          return;
        }
        events.add(tree);
        if (tree.path("method").asText().equals("Page.loadEventFired")) {
          loadEvents.add(message);
        }
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
