package io.github.videotasks.ext.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import okhttp3.MediaType;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Converts a response body to UTF-8, the only encoding that the JSON reader reads. JSON must be in
 * UTF-8 (RFC 8259, 8.1), but some gateways name another charset in the content type and use it.
 *
 * <p>A byte order mark decides first, then the charset of the content type. An unknown charset is
 * ignored. A body in UTF-8 is not copied. The result has at most three times the bytes.
 */
final class BodyCharset {

  /** UTF-32 before UTF-16, because the mark of UTF-32LE starts with that of UTF-16LE. */
  private static final List<Charset> WITH_BYTE_ORDER_MARK =
      List.of(
          StandardCharsets.UTF_8,
          Charset.forName("UTF-32BE"),
          Charset.forName("UTF-32LE"),
          StandardCharsets.UTF_16BE,
          StandardCharsets.UTF_16LE);

  /** These bodies are not texts, whatever their first bytes look like. */
  private static final Set<String> MEDIA_TYPES = Set.of("image", "audio", "video");

  private static final String BYTE_ORDER_MARK = "\ufeff";

  /** The smallest first byte of a byte order mark, except zero. */
  private static final int MIN_MARK_BYTE = 0xef;

  private static final char REPLACEMENT_CHARACTER = '\ufffd';

  private BodyCharset() {}

  /**
   * Converts a body.
   *
   * @param body a body or its start, as it was received; consumed unless it is returned
   * @param contentType the content type of the response; null if there is none or it is invalid
   * @return the same object if the body is in UTF-8, or not a text
   */
  static Buffer toUtf8(Buffer body, @Nullable MediaType contentType) {
    if (contentType != null && MEDIA_TYPES.contains(contentType.type())) {
      return body;
    }
    Charset charset = byteOrderMark(body);
    if (charset == null) {
      charset = declared(body, contentType);
    }
    if (charset.equals(StandardCharsets.UTF_8)) {
      return body;
    }
    String text = body.readString(charset);
    return new Buffer().writeUtf8(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
  }

  /** Returns the content type of a body after its conversion. */
  static @Nullable MediaType utf8Type(@Nullable MediaType contentType) {
    if (contentType == null) {
      return null;
    }
    Charset charset = contentType.charset();
    return charset == null || charset.equals(StandardCharsets.UTF_8)
        ? contentType
        : MediaType.parse(contentType.type() + "/" + contentType.subtype() + "; charset=utf-8");
  }

  private static @Nullable Charset byteOrderMark(Buffer body) {
    int first = body.exhausted() ? -1 : body.getByte(0) & 0xff;
    if (first != 0 && first < MIN_MARK_BYTE) {
      return null;
    }
    return WITH_BYTE_ORDER_MARK.stream()
        .filter(it -> body.rangeEquals(0, ByteString.encodeString(BYTE_ORDER_MARK, it)))
        .findFirst()
        .orElse(null);
  }

  private static Charset declared(Buffer body, @Nullable MediaType contentType) {
    Charset declared = contentType == null ? null : contentType.charset();
    if (declared == null || declared.equals(StandardCharsets.US_ASCII)) {
      return StandardCharsets.UTF_8;
    }
    boolean wide = declared.name().startsWith("UTF-32");
    if (wide || declared.name().startsWith("UTF-16")) {
      return wide(body, declared, wide ? "UTF-32" : "UTF-16");
    }
    // Servers name this charset by default, without regard to the body.
    boolean isDefault = declared.equals(StandardCharsets.ISO_8859_1);
    return isDefault && isValidUtf8(body) ? StandardCharsets.UTF_8 : declared;
  }

  /**
   * JSON and HTML start with an ASCII character, so the zero bytes beside it show the order of the
   * bytes.
   */
  private static Charset wide(Buffer body, Charset declared, String family) {
    if (body.size() >= 2 && body.getByte(0) == 0) {
      return Charset.forName(family + "BE");
    }
    if (body.size() >= 2 && body.getByte(1) == 0) {
      return Charset.forName(family + "LE");
    }
    return isValidUtf8(body) ? StandardCharsets.UTF_8 : declared;
  }

  private static boolean isValidUtf8(Buffer body) {
    return body.clone().readUtf8().indexOf(REPLACEMENT_CHARACTER) < 0;
  }
}
