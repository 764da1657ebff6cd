package io.github.videotasks.contract.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each committed picture shows the present figures: it contains the SHA-256 of its data. Its bytes
 * are not compared, because the widths of texts depend on the fonts of a machine.
 */
class PicturesTest {

  private static final Path FOLDER = Path.of("pictures");

  static Stream<Arguments> pictures() {
    return MeasuredPicture.all().stream()
        .flatMap(
            picture -> Stream.of(PictureTheme.values()).map(theme -> Arguments.of(picture, theme)));
  }

  private static String digest(MeasuredPicture picture) throws Exception {
    byte[] data = picture.data().getBytes(StandardCharsets.UTF_8);
    return "data: SHA-256 "
        + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
  }

  /** With {@code -Dspec.accept}, draws a picture whose data have changed. */
  private static void accept(MeasuredPicture picture, PictureTheme theme) throws Exception {
    Path file = FOLDER.resolve(theme.fileName(picture.name()));
    if (Boolean.getBoolean("spec.accept")
        && !(Files.exists(file) && Files.readString(file).contains(digest(picture)))) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, picture.draw(theme) + "<!-- " + digest(picture) + " -->\n");
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void showsPresentFigures(MeasuredPicture picture, PictureTheme theme) throws Exception {
    accept(picture, theme);

    assertThat(FOLDER.resolve(theme.fileName(picture.name())))
        .as("expected a picture of the present figures; draw it: %s", "mvn verify -Dspec.accept")
        .content()
        .contains(digest(picture))
        .startsWith("<?xml");
  }
}
