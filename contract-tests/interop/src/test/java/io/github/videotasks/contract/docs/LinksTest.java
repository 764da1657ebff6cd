package io.github.videotasks.contract.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every link of a document to a file of the repository, or to a heading of one, has a target. */
class LinksTest {

  /** A link or an image that has no scheme: its path, then its anchor. */
  private static final Pattern RELATIVE_LINK =
      Pattern.compile("\\]\\((?!\\w+:)([^)#\\s]*)(?:#([^)\\s]*))?\\)");

  /** Its links lead to other files of the package, which the build adds. */
  private static final String NPM_PACKAGE = "spec/tool/src/npm/";

  private static final Pattern CODE = Pattern.compile("(?s)```.*?\n *```|`[^`\n]*`");

  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.*)$");

  @Test
  void haveTargets() throws IOException {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Map.Entry<String, String> document : RepositoryTexts.documents().entrySet()) {
      if (document.getKey().startsWith(NPM_PACKAGE)) {
        continue;
      }
      String text = CODE.matcher(document.getValue()).replaceAll("");
      for (MatchResult link : RELATIVE_LINK.matcher(text).results().toList()) {
        links++;
        if (!hasTarget(document.getKey(), link.group(1), link.group(2))) {
          broken.add(document.getKey() + ": " + link.group());
        }
      }
    }

    assertThat(links).isGreaterThan(200);
    assertThat(broken).isEmpty();
  }

  private static boolean hasTarget(String document, String path, String anchor) throws IOException {
    Path root = RepositoryLayout.find().root();
    Path file = root.resolve(document);
    Path target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return anchor == null
        || HEADING
            .matcher(Files.readString(target))
            .results()
            .anyMatch(heading -> slug(heading.group(1)).equals(anchor));
  }

  /** Returns the anchor that GitHub makes of a heading. */
  private static String slug(String heading) {
    return heading
        .replaceAll("\\[([^]]*)\\]\\([^)]*\\)", "$1")
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
        .replace(' ', '-');
  }
}
