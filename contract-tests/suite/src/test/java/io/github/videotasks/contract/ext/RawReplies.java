package io.github.videotasks.contract.ext;

import io.github.videotasks.contract.ext.RawSocketServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Builds the replies of the fault matrix. */
final class RawReplies {

  static final String TASK = "{\"id\":\"a\",\"status\":\"queued\"}";

  private static final int BYTE_INTERVAL_MILLIS = 30;
  private static final byte[] GZIP_BOMB = gzipBytes(" ".repeat(1024 * 1024), 500);

  private RawReplies() {}

  /** Sends any text, byte for byte in Latin-1, then closes the connection. */
  static Reply text(String text) {
    return (socket, out) -> out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Returns a status line and headers, without the empty line at their end. */
  static String responseHead(int status, String... headers) {
    String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return "HTTP/1.1 " + status + " Said\r\nConnection: close\r\n" + lines;
  }

  /** Sends a complete response with a Content-Length. */
  static Reply response(int status, String body, String... headers) {
    return text(
        responseHead(status, headers) + "Content-Length: " + body.length() + "\r\n\r\n" + body);
  }

  /** Sends a response with a gzip body, of which only a part, 0-1, is sent. */
  static Reply gzip(int status, String body, double part) {
    byte[] packed = gzipBytes(body, 1);
    return gzip(status, packed, (int) (packed.length * part));
  }

  /** Sends a gzip body of 0.5 MB that decompresses to 500 MB. */
  static Reply gzipBomb(int status) {
    return gzip(status, GZIP_BOMB, GZIP_BOMB.length);
  }

  private static Reply gzip(int status, byte[] packed, int sent) {
    return (socket, out) -> {
      String head =
          responseHead(status, "Content-Encoding: gzip", "Content-Length: " + sent) + "\r\n";
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      out.write(packed, 0, sent);
    };
  }

  private static byte[] gzipBytes(String piece, int times) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < times; i++) {
        gzip.write(piece.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Sends the text, one byte every {@value #BYTE_INTERVAL_MILLIS} ms. */
  static Reply trickling(String text) {
    return (socket, out) -> {
      for (byte b : text.getBytes(StandardCharsets.ISO_8859_1)) {
        out.write(b);
        out.flush();
        Thread.sleep(BYTE_INTERVAL_MILLIS);
      }
    };
  }

  /** Sends the start, then the same piece repeatedly until the client closes the connection. */
  static Reply endless(String start, String piece) {
    return (socket, out) -> {
      out.write(start.getBytes(StandardCharsets.ISO_8859_1));
      byte[] bytes = piece.repeat(1000).getBytes(StandardCharsets.ISO_8859_1);
      while (true) {
        out.write(bytes);
      }
    };
  }

  /** Sends the text, then resets the connection instead of closing it. */
  static Reply reset(String text) {
    return (socket, out) -> {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.setSoLinger(true, 0);
    };
  }

  /** Sends the text, then nothing until the client closes the connection. */
  static Reply stalling(String text) {
    return (socket, out) -> {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      int next = socket.getInputStream().read();
      assert next < 0 : "expected the end of the stream, found more bytes";
    };
  }
}
