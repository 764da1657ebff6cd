package io.github.videotasks.cli;

import io.github.videotasks.ext.VideoTasks;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Loads the classes that most commands use, by waiting for a task of a server in this process. The
 * start script runs it once to create an archive of these classes, with which the next runs start
 * faster.
 */
final class CliStartupTraining {
  private static final String BODY =
      "{\"id\":\"a\",\"status\":\"completed\",\"progress\":100,\"video_url\":\"https://host/v.mp4\"}";
  private static final String RESPONSE =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
          + BODY.length()
          + "\r\n\r\n"
          + BODY;

  private CliStartupTraining() {}

  /**
   * Runs the commands. A failure is harmless: the archive has fewer classes.
   *
   * @param args none
   */
  public static void main(String[] args) throws IOException {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    LiveDisplay display =
        TerminalDisplay.on(
            OutputStream.nullOutputStream(), TerminalSize.of(80, 24), StageColours.NONE);
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread responder = new Thread(() -> respond(server), "responder");
      responder.setDaemon(true);
      responder.start();
      String gateway = "http://127.0.0.1:" + server.getLocalPort();
      CliContext context =
          new CliContext(
              nowhere,
              nowhere,
              InputStream.nullInputStream(),
              Map.of("VIDEO_TASKS_API_KEY", "training", "VIDEO_TASKS_GATEWAY", gateway),
              display,
              FutureWaiter.ofSystem(),
              Clock.systemUTC(),
              VideoTasks::builder);
      for (List<String> command :
          List.of(List.of("get", "a"), List.of("await", "a"), List.of("get", "a", "--json"))) {
        VideoTasksCommand.run(context, command.toArray(String[]::new));
      }
      display.show(List.of("[####] 40 %", "[#####] 50 %"));
      display.clear();
    }
  }

  private static void respond(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket connection = server.accept()) {
        byte[] request = new byte[8_192];
        if (connection.getInputStream().read(request) > 0) {
          connection.getOutputStream().write(RESPONSE.getBytes(StandardCharsets.US_ASCII));
        }
      } catch (IOException e) {
        // The client or the server is closed.
      }
    }
  }
}
