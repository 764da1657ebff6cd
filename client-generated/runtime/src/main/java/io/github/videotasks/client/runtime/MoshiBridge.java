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
 * Hands the bytes of a source, or of the value that is next in a Moshi reader, to {@link
 * Utf8JsonReader}; and those of {@link Utf8JsonWriter} to a Moshi writer.
 */
final class MoshiBridge {
  /**
   * What is made of the text.
   *
   * @param <T> the result
   */
  interface Decoder<T> {
    T decode(Utf8JsonReader input) throws JsonEncodingException;
  }

  private static final Class<?> TEXT_WRITER_CLASS = JsonWriter.of(new Buffer()).getClass();

  /**
   * Moshi 1.15 fails when it hands out its sink at level 31; a shorter path than this does not go
   * so deep.
   */
  private static final int MAX_SINK_PATH_LENGTH = 30;

  private MoshiBridge() {}

  /** All of a source, which is not closed. */
  static <T> T read(BufferedSource source, Decoder<T> reading) throws IOException {
    source.request(Long.MAX_VALUE);
    return read(source.getBuffer(), null, reading);
  }

  /** The object or array that is next. */
  static <T> T read(JsonReader reader, Decoder<T> reading) throws IOException {
    try (BufferedSource source = reader.nextSource()) {
      try {
        source.request(Long.MAX_VALUE);
      } catch (EOFException early) {
        // What has come is in the buffer, and what is missing is best told by who reads it.
        read(source.getBuffer(), reader, reading);
        throw early;
      }
      return read(source.getBuffer(), reader, reading);
    }
  }

  /**
   * Writes a value.
   *
   * @param tree the same value, for a writer that indents or makes Java values instead of text
   */
  static void write(JsonWriter writer, Utf8JsonWriter out, Supplier<JsonValue> tree)
      throws IOException {
    if (writer.getClass() != TEXT_WRITER_CLASS || !writer.getIndent().isEmpty()) {
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

  private static <T> T read(Buffer text, @Nullable JsonReader outer, Decoder<T> reading)
      throws IOException {
    try (Buffer.UnsafeCursor cursor = text.readUnsafe(new Buffer.UnsafeCursor())) {
      cursor.next();
      byte[] data = cursor.data;
      if (data == null || cursor.end - cursor.start < text.size()) {
        byte[] all = text.snapshot().toByteArray();
        return reading.decode(new Utf8JsonReader(all, 0, all.length, outer));
      }
      return reading.decode(new Utf8JsonReader(data, cursor.start, cursor.end, outer));
    } finally {
      text.clear();
    }
  }
}
