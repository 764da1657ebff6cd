package io.github.videotasks.contract.packaging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.videotasks.contract.RepositoryLayout;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * HTTPS server on the loopback interface with two examples of a page: the first response is a
 * waiting task, each later one the same task when it is finished. Its certificate has a key of an
 * elliptic curve, as those of most hosts.
 */
final class HttpsTaskServer implements AutoCloseable {
  /** The id of both examples. */
  static final String TASK_ID = "sora-2:task_01k6x15vhrff09dkkqjrzwhm60";

  private static final String PASSWORD = "password of a test";
  private static final Path EXAMPLES =
      RepositoryLayout.find().root().resolve("spec/canonical/examples/jxincm-sora");

  private final HttpsServer server;
  private final Path keyStore;
  private final Queue<String> userAgents = new ConcurrentLinkedQueue<>();

  private HttpsTaskServer(HttpsServer server, Path keyStore) {
    this.server = server;
    this.keyStore = keyStore;
    server.createContext("/", this::respond);
    server.start();
  }

  /**
   * Starts a server.
   *
   * @param folder an empty folder for its key store
   */
  static HttpsTaskServer start(Path folder) throws Exception {
    Path keyStore = folder.resolve("server.p12");
    createKey(keyStore);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(keyStore)));
    return new HttpsTaskServer(server, keyStore);
  }

  private static void createKey(Path keyStore) throws IOException, InterruptedException {
    List<String> keytool =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost",
            "-storetype",
            "PKCS12",
            "-keystore",
            keyStore.toString(),
            "-storepass",
            PASSWORD);
    int exit = new ProcessBuilder(keytool).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException("expected a new key of keytool, found exit code " + exit);
    }
  }

  private static SSLContext context(Path keyStore) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(keyStore)) {
      keys.load(content, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private void respond(HttpExchange exchange) throws IOException {
    String example = userAgents.isEmpty() ? "1.json" : "2.json";
    userAgents.add(String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent")));
    byte[] body = Files.readAllBytes(EXAMPLES.resolve(example));
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** Returns the arguments of {@code java} that make a program trust the certificate. */
  List<String> trustOptions() {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + keyStore, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
  }

  /** Returns the arguments of the application: base URL and task id. */
  List<String> applicationArguments() {
    return List.of("https://localhost:" + server.getAddress().getPort() + "/", TASK_ID);
  }

  /** Returns the User-Agent of each request. */
  List<String> userAgents() {
    return List.copyOf(userAgents);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
