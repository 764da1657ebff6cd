package io.github.videotasks.contract.crosscheck;

import io.github.videotasks.contract.provider.PactState;
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
 * A Prism process that serves a vendor's unchanged page, as verification target. Its states are the
 * examples of that page, selected by the header {@code Prefer}; a state that the page does not show
 * cannot be set up.
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
    // The pages declare these headers as required parameters. OpenAPI says to ignore such
    // parameters; Prism does not ignore them.
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
  public Optional<String> setUpState(PactState state) {
    headers.remove("Prefer");
    ContractCase row =
        cases.stream().filter(it -> it.state().equals(state.shortName())).findFirst().orElseThrow();
    if (row.requestVariant() == RequestVariant.WITHOUT_TOKEN) {
      return Optional.of(state.taskId());
    }
    if (row.origin() instanceof ResponseOrigin.Shown shown) {
      // The only example of a page may not have a name that Prism could select.
      row.operation().examples().stream()
          .filter(example -> row.operation().examples().size() > 1)
          .filter(example -> example.n() == shown.ref().example())
          .forEach(example -> headers.put("Prefer", "example=" + example.name()));
      return Optional.of(state.taskId());
    }
    return Optional.empty();
  }

  @Override
  public String unavailableReason(PactState state) {
    return "the page does not show this state";
  }

  @Override
  public String describe(String exampleLabel) {
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
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitListening() throws IOException, InterruptedException {
    for (int i = 0; i < MAX_ATTEMPTS && process.isAlive(); i++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException notListening) {
        Thread.sleep(RETRY_DELAY_MILLIS); // another process, which does not report when it listens
      }
    }
    throw new IOException("expected Prism to listen on port " + port + ", cannot connect");
  }
}
