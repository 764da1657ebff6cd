package io.github.videotasks.contract.crosscheck;

import io.github.videotasks.contract.provider.VerificationTarget;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCase.RequestVariant;
import io.github.videotasks.contract.replay.ResponseOrigin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prism, serving a vendor's page as it is. Its states are the examples of that page, chosen by the
 * header that Prism has for it; a state that the page does not show cannot be entered.
 */
final class PrismServer implements VerificationTarget, AutoCloseable {

  private static final int MAX_ATTEMPTS = 600;
  private static final int RETRY_DELAY_MILLIS = 100;

  private final Process process;
  private final int port;
  private final List<ContractCase> cases;
  private final Map<String, String> headers = new HashMap<>();

  /**
   * Starts Prism.
   *
   * @param document the OpenAPI document of the page
   * @param rows the states of its provider
   */
  PrismServer(NodePackages packages, Path document, List<ContractCase> rows)
      throws IOException, InterruptedException {
    this.cases = rows;
    this.port = freePort();
    this.process =
        packages.start(
            Path.of(document + ".log"),
            "@stoplight/prism-cli/dist/index.js",
            List.of(
                "mock",
                "--host",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                document.toString()));
    awaitListening();
    // The pages list these two as required, which OpenAPI says is to be ignored; Prism does not.
    headers.put("Accept", "application/json");
    headers.put("Content-Type", "application/json");
  }

  @Override
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public @Nullable String token() {
    return null;
  }

  @Override
  public Map<String, String> headers() {
    return headers;
  }

  @Override
  public Optional<String> setUpState(String sentence, String state, String usualId) {
    headers.remove("Prefer");
    ContractCase row =
        cases.stream()
            .filter(it -> it.stateDescription().equals(sentence))
            .findFirst()
            .orElseThrow();
    if (row.requestVariant() == RequestVariant.WITHOUT_TOKEN) {
      return Optional.of(usualId);
    }
    if (row.origin() instanceof ResponseOrigin.Shown shown) {
      // An example that stands alone may have no name to ask by.
      row.operation().examples().stream()
          .filter(example -> row.operation().examples().size() > 1)
          .filter(example -> example.n() == shown.example())
          .forEach(example -> headers.put("Prefer", "example=" + example.name()));
      return Optional.of(usualId);
    }
    return Optional.empty();
  }

  @Override
  public String unavailableReason(String sentence, String state) {
    return "the page does not show it";
  }

  @Override
  public String describe(String shown) {
    return "Prism";
  }

  @Override
  public boolean isAuthoritative() {
    return true;
  }

  @Override
  public void close() {
    process.destroy();
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private void awaitListening() throws IOException, InterruptedException {
    for (int i = 0; i < MAX_ATTEMPTS && process.isAlive(); i++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException notYet) {
        Thread.sleep(RETRY_DELAY_MILLIS); // another process; nothing tells when it listens
      }
    }
    throw new IOException("Prism does not listen on port " + port);
  }
}
