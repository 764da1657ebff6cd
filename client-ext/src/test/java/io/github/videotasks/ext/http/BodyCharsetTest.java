package io.github.videotasks.ext.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in other charsets are read as the same JSON in UTF-8. */
class BodyCharsetTest {

  private static final String JSON = "{\"message\":\"pr\u00e9vu\"}";
  private static final String CHINESE_JSON = "{\"message\":\"\u4e00\u4efb\u52a1\"}";

  private static Buffer encoded(String text, String charset) {
    return new Buffer().writeString(text, Charset.forName(charset));
  }

  private static String converted(Buffer body, @Nullable String contentType) {
    MediaType type = contentType == null ? null : MediaType.parse(contentType);
    return BodyCharset.toUtf8(body, type).readUtf8();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GBK | application/json; charset=GBK",
        "GBK | application/json;charset=\"gbk\"",
        "GB18030 | text/html; charset=gb18030",
        "UTF-16BE | application/json; charset=UTF-16",
        "UTF-16LE | application/json; charset=utf-16",
        "UTF-16LE | application/json; charset=utf-16le",
        "UTF-16LE | application/json; charset=utf-16be",
        "UTF-32BE | application/json; charset=utf-32",
        "UTF-32LE | application/json; charset=utf-32",
        "UTF-8 | application/json",
        "UTF-8 | application/json; charset=utf-8",
        "UTF-8 | application/json; charset=utf8mb4",
        "UTF-8 | application/json; charset=",
        "UTF-8 | application/json; charset=us-ascii",
        "UTF-8 | application/json; charset=utf-16",
        "UTF-8 | application/json; charset=utf-32",
        "UTF-8 | application/json; charset=iso-8859-1",
        "UTF-8 | ;;;",
        "UTF-8 |",
      })
  void readsDeclaredCharset(String charset, @Nullable String contentType) {
    assertThat(converted(encoded(CHINESE_JSON, charset), contentType)).isEqualTo(CHINESE_JSON);
  }

  @ParameterizedTest
  @CsvSource({
    "ISO-8859-1, iso-8859-1",
    "ISO-8859-1, latin1",
    "windows-1252, windows-1252",
    "UTF-8, iso-8859-1",
  })
  void readsWesternCharset(String charset, String declared) {
    assertThat(converted(encoded(JSON, charset), "application/json; charset=" + declared))
        .isEqualTo(JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
  void readsByteOrderMarkBeforeDeclaredCharset(String charset) {
    assertThat(converted(encoded("\ufeff" + CHINESE_JSON, charset), null)).isEqualTo(CHINESE_JSON);
    assertThat(converted(encoded("\ufeff" + CHINESE_JSON, charset), "a/b; charset=utf-8"))
        .isEqualTo(CHINESE_JSON);
    assertThat(converted(encoded("\ufeff" + CHINESE_JSON, charset), "a/b; charset=gbk"))
        .isEqualTo(CHINESE_JSON);
  }

  @Test
  void keepsUtf8WithMark() {
    Buffer body = encoded("\ufeff" + CHINESE_JSON, "UTF-8");

    assertThat(BodyCharset.toUtf8(body, MediaType.get("application/json; charset=gbk")))
        .isSameAs(body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "\0", "\u00fe", "\u00ff", "{}", "\u00ef\u00bb"})
  void doesNotCopyUtf8(String bytes) {
    Buffer body = new Buffer().writeString(bytes, StandardCharsets.ISO_8859_1);

    assertThat(BodyCharset.toUtf8(body, MediaType.get("application/json"))).isSameAs(body);
    assertThat(body.readString(StandardCharsets.ISO_8859_1)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, application/json",
    "application/json; charset=utf-8, application/json; charset=utf-8",
    "application/json; charset=gbk, application/json; charset=utf-8",
    "text/html;charset=unknown, text/html;charset=unknown",
  })
  void namesUtf8AsCharset(String before, String after) {
    assertThat(BodyCharset.utf8Type(MediaType.get(before))).hasToString(after);
  }

  @ParameterizedTest
  @ValueSource(strings = {"video/mp4", "audio/mpeg", "image/png", "video/x; charset=utf-16"})
  void doesNotConvertMedia(String contentType) {
    Buffer body = encoded("\ufeffabc", "UTF-16LE");

    assertThat(BodyCharset.toUtf8(body, MediaType.get(contentType))).isSameAs(body);
    assertThat(body.size()).isEqualTo(8);
  }
}
