package io.github.videotasks.ext.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.payload.Asset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTest {

  /** Decodes {@code \xNN} to a byte. */
  private static byte[] bytes(String text) {
    StringBuilder decoded = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("\\x", i)) {
        decoded.append((char) Integer.parseInt(text.substring(i + 2, i + 4), 16));
        i += 3;
      } else {
        decoded.append(text.charAt(i));
      }
    }
    return decoded.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({
    "\\x00\\x00\\x00\\x18ftypisom,                   MP4",
    "\\x00\\x00\\x00\\x18ftypmp42,                   MP4",
    "'\\x00\\x00\\x00\\x18ftypM4V ',                 MP4",
    "'\\x00\\x00\\x00\\x18ftypqt  ',                 QUICKTIME",
    "\\x00\\x00\\x00\\x18ftypavif,                   AVIF",
    "\\x1a\\x45\\xdf\\xa3\\x9f\\x42\\x86\\x81\\x01\\x42\\x82\\x84webm,     WEBM",
    "\\x1a\\x45\\xdf\\xa3\\x9f\\x42\\x86\\x81\\x01\\x42\\x82\\x88matroska, MATROSKA",
    "GIF89a,                                       GIF",
    "GIF87a,                                       GIF",
    "RIFF\\x00\\x00\\x00\\x00WEBPVP8 ,               WEBP",
    "\\x89PNG\\x0d\\x0a\\x1a\\x0a,                   PNG",
    "\\xff\\xd8\\xff\\xe0,                          JPEG",
  })
  void detectsTypeFromFirstBytes(String head, FileType type) {
    assertThat(FileType.detect(bytes(head))).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        "<!DOCTYPE html>",
        "<html>ftypisom",
        "{\"url\":\"ftyp\"}",
        "[]",
        "\\x00\\x00\\x00",
        "\\x00\\x00\\x00\\x18ftyp",
        "\\x00\\x00\\x00\\x18ftypheic",
        "\\x00\\x00\\x00\\x18ftypM4A ",
        "\\x1a\\x45\\xdf\\xa3",
        "\\x1a\\x45\\xdf\\xa3\\x00doc",
        "GIF88a",
        "RIFF\\x00\\x00\\x00\\x00WAVE",
        "%PDF-1.7",
        "ID3\\x04",
        "PK\\x03\\x04",
        "#EXTM3U",
        "\\x89PNG",
        "\\xff\\xd8",
        "MZ",
        "#!/bin/sh",
      })
  void returnsNullForUnknownContent(String head) {
    assertThat(FileType.detect(bytes(head))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "MP4,  VIDEO, true", "WEBM, WATERMARKED_VIDEO, true", "GIF, VIDEO, false", "AVIF, VIDEO, false",
    "JPEG, VIDEO, false", "GIF, GIF, true", "MP4, GIF, true", "JPEG, GIF, false",
    "WEBP, THUMBNAIL, true", "MP4, PREVIEW, true",
  })
  void fitsAssetKind(FileType type, Asset.Kind kind, boolean fits) {
    assertThat(type.fits(kind)).isEqualTo(fits);
  }
}
