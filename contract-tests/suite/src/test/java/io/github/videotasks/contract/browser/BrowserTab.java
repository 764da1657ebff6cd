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

/** A tab: commands go in one by one, and what it tells without being asked is kept. */
final class BrowserTab implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final long TIMEOUT_SECONDS = 60;

  private final WebSocket socket;
  private final BlockingQueue<JsonNode> responses = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> loadEvents = new LinkedBlockingQueue<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private int lastCommandId;

  BrowserTab(URI address) {
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address, new MessageListener())
            .join();
  }

  /** Sends a command and waits for its result. */
  JsonNode send(String method, ObjectNode parameters) throws InterruptedException {
    ObjectNode command = JSON.createObjectNode().put("id", ++lastCommandId).put("method", method);
    command.set("params", parameters);
    socket.sendText(command.toString(), true).join();
    JsonNode answer = responses.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    if (answer == null || answer.has("error")) {
      throw new IllegalStateException(method + " came to nothing: " + answer);
    }
    return answer.path("result");
  }

  JsonNode send(String method) throws InterruptedException {
    return send(method, parameters());
  }

  static ObjectNode parameters() {
    return JSON.createObjectNode();
  }

  /** Opens a page and waits until it is loaded. */
  void navigate(URI page) throws InterruptedException {
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      send(domain + ".enable");
    }
    send("Page.navigate", parameters().put("url", page.toString()));
    if (loadEvents.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS) == null) {
      throw new IllegalStateException("The page is not loaded: " + page);
    }
  }

  /** The value of an expression. */
  JsonNode evaluate(String expression) throws InterruptedException {
    return send(
            "Runtime.evaluate",
            parameters().put("expression", expression).put("returnByValue", true))
        .at("/result/value");
  }

  /** What was told without being asked, by name of the event. */
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
