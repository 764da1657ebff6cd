package io.github.videotasks.spec.edit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names of correction files: they are applied in the order of their names. */
public final class CorrectionFileName {
  private static final Pattern NAME =
      Pattern.compile("(?:([0-9]{1,9})-)?[A-Za-z0-9._-]{1,100}\\.overlay\\.ya?ml");
  private static final int STEP = 10;

  private CorrectionFileName() {}

  /**
   * Returns a name after all others: the next multiple of ten.
   *
   * @param folder the folder of corrections; it need not exist
   * @param topic the part after the number
   * @return the name, such as {@code 030-topic.yaml}
   * @throws IOException when the folder cannot be listed
   */
  public static String next(Path folder, String topic) throws IOException {
    int last = 0;
    int digits = 3;
    for (String name : names(folder)) {
      Matcher number = NAME.matcher(name);
      if (number.matches() && number.group(1) != null) {
        last = Math.max(last, Integer.parseInt(number.group(1)));
        digits = Math.max(digits, number.group(1).length());
      }
    }
    int next = (last / STEP + 1) * STEP;
    return String.format("%0" + digits + "d-%s.overlay.yaml", next, topic);
  }

  /**
   * Returns why a name is not valid for a correction that is applied last.
   *
   * @param folder the folder of corrections
   * @param name the name to check
   * @return the problem; null when there is none
   * @throws IOException when the folder cannot be listed
   */
  public static @Nullable String problem(Path folder, String name) throws IOException {
    if (!NAME.matcher(name).matches()) {
      return "expected a name such as 080-topic.overlay.yaml, found another";
    }
    for (String known : names(folder)) {
      if (known.compareTo(name) > 0) {
        return "expected a name after " + known + ", because it is applied last, found " + name;
      }
    }
    return null;
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> NAME.matcher(name).matches())
          .sorted()
          .toList();
    }
  }
}
