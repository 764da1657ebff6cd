package io.github.videotasks.client.runtime;

import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.EOFException;
import java.io.IOException;
import java.util.function.Supplier;
import okio.Buffer;
import okio.BufferedSink;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Connects {@link Utf8JsonReader} and {@link Utf8JsonWriter} to Moshi. It passes the bytes of a
 * source, or of the next value of a Moshi reader, to the former and the bytes of the latter to a
 * Moshi writer.
 */
final class MoshiBridge {
  /**
   * Decodes a JSON text.
   *
   * @param <T> type of the result
   */
  interface Decoder<T> {
    T decode(Utf8JsonReader input) throws JsonEncodingException;
  }

  private static final Class<?> TEXT_WRITER_CLASS = JsonWriter.of(new Buffer()).getClass();

  /**
   * Moshi 1.15 fails when its sink is requested at nesting level 31. A path shorter than this
   * number of characters is not nested that deep.
   */
  private static final int MAX_SINK_PATH_LENGTH = 30;

  private MoshiBridge() {}

  /** Decodes the whole source without closing it. */
  static <T> T read(BufferedSource source, Decoder<T> decoder) throws IOException {
    source.request(Long.MAX_VALUE);
    return read(source.getBuffer(), null, decoder);
  }

  /** Decodes the next object or array of a Moshi reader. */
  static <T> T read(JsonReader reader, Decoder<T> decoder) throws IOException {
    try (BufferedSource source = reader.nextSource()) {
      try {
        source.request(Long.MAX_VALUE);
      } catch (EOFException early) {
        // The buffer contains the bytes received so far. Decoding them throws an exception with
        // the path and offset of the end, which the EOFException does not have.
        read(source.getBuffer(), reader, decoder);
        throw early;
      }
      return read(source.getBuffer(), reader, decoder);
    }
  }

  /**
   * Writes an encoded value to a Moshi writer.
   *
   * @param tree the same value, for a writer that indents or creates Java values instead of text
   */
  static void write(JsonWriter writer, Utf8JsonWriter out, Supplier<JsonValue> tree)
      throws IOException {
    if (!writesText(writer) || !writer.getIndent().isEmpty()) {
      boolean serializeNulls = writer.getSerializeNulls();
      writer.setSerializeNulls(true);
      try {
        tree.get().write(writer);
      } finally {
        writer.setSerializeNulls(serializeNulls);
      }
    } else if (writer.getPath().length() < MAX_SINK_PATH_LENGTH) {
      try (BufferedSink sink = writer.valueSink()) {
        sink.write(out.bytes(), 0, out.size());
      }
    } else {
      RawJsonWriter.writeRaw(writer, out.text());
    }
  }

  /** Returns whether the writer creates text; the other writer of Moshi creates Java values. */
  static boolean writesText(JsonWriter writer) {
    return writer.getClass() == TEXT_WRITER_CLASS;
  }

  private static <T> T read(Buffer text, @Nullable JsonReader outer, Decoder<T> decoder)
      throws IOException {
    try (Buffer.UnsafeCursor cursor = text.readUnsafe(new Buffer.UnsafeCursor())) {
      cursor.next();
      byte[] data = cursor.data;
      if (data == null || cursor.end - cursor.start < text.size()) {
        byte[] all = text.snapshot().toByteArray();
        return decoder.decode(new Utf8JsonReader(all, 0, all.length, outer));
      }
      return decoder.decode(new Utf8JsonReader(data, cursor.start, cursor.end, outer));
    } finally {
      text.clear();
    }
  }
}
