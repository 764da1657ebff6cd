package io.github.videotasks.spec.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.fetch.PageValidators;
import io.github.videotasks.spec.output.FileTransaction;
import io.github.videotasks.spec.page.PageSourceUrl;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.write.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a run remembers for the next one, in a folder that is not committed: the validators of each
 * page, since when a page fails, and the texts that were not accepted.
 *
 * <p>It is a cache, because validators change without the page, and a run that finds nothing new
 * must not change the repository. Validators belong to one text: they are used only while the page
 * in the repository has the SHA-256 of that text. So a page whose change was not merged is fetched
 * completely again. Without the memory every page is fetched completely, and failures count from
 * then on.
 */
final class WatchMemory {
  static final String FILE_NAME = "watch.json";
  private static final String FAILED_FOLDER = "failed/";
  private static final int MAX_FILE_SIZE = 8 << 20;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final SortedMap<String, PageMemory> pages = new TreeMap<>();
  private final SortedMap<String, PageFailure> failures = new TreeMap<>();
  private final SortedMap<String, byte[]> failedTexts = new TreeMap<>();

  private WatchMemory(Path folder) {
    this.folder = folder;
  }

  /** The validators of a page, the URL that sent them, and the SHA-256 of the page. */
  private record PageMemory(String source, String sha256, PageValidators validators) {}

  /**
   * Reads the memory. An unreadable one counts as none.
   *
   * @param folder the folder of the memory; it need not exist
   * @param notices receives one line when the memory cannot be read
   */
  static WatchMemory read(Path folder, Consumer<String> notices) throws IOException {
    FileTransaction.recover(folder, notices);
    WatchMemory memory = new WatchMemory(folder);
    Path file = folder.resolve(FILE_NAME);
    if (Files.isRegularFile(file)) {
      try {
        memory.parse(Files.size(file) > MAX_FILE_SIZE ? null : JSON.readTree(file.toFile()));
      } catch (JsonProcessingException | DateTimeParseException e) {
        memory.pages.clear();
        memory.failures.clear();
        notices.accept(
            file + ": expected the memory of watch, found another text. It is written anew.");
      }
    }
    return memory;
  }

  private void parse(@Nullable JsonNode root) {
    if (root == null) {
      return;
    }
    for (Map.Entry<String, JsonNode> page : root.path("pages").properties()) {
      JsonNode value = page.getValue();
      pages.put(
          page.getKey(),
          new PageMemory(
              text(value, "source"),
              text(value, "sha256"),
              new PageValidators(
                  text(value, "url"), text(value, "etag"), text(value, "lastModified"))));
    }
    for (Map.Entry<String, JsonNode> failure : root.path("failures").properties()) {
      JsonNode value = failure.getValue();
      failures.put(
          failure.getKey(),
          new PageFailure(
              Instant.parse(text(value, "since")),
              value.path("runs").asInt(),
              text(value, "problem")));
    }
  }

  private static String text(JsonNode object, String key) {
    return object.path(key).asText("");
  }

  /** Returns the validators for a page with this content; none when they belong to another text. */
  PageValidators validators(PageSourceUrl source, byte @Nullable [] page) {
    PageMemory known = pages.get(source.provider());
    if (known == null
        || page == null
        || !known.source().equals(source.url())
        || !known.sha256().equals(Sha256.hex(page))) {
      return PageValidators.NONE;
    }
    return known.validators();
  }

  /** Returns since when a page fails; null when its last run succeeded. */
  @Nullable PageFailure failure(PageSourceUrl source) {
    return failures.get(source.provider());
  }

  /** Records the state of a page that was fetched or has not been modified. */
  void recordPage(PageSourceUrl source, byte[] page, PageValidators validators) {
    failures.remove(source.provider());
    pages.put(source.provider(), new PageMemory(source.url(), Sha256.hex(page), validators));
  }

  /**
   * Records a failure; the time of the first one in a row is kept.
   *
   * @param text the text that was not accepted; null when there is none
   * @return the failure
   */
  PageFailure recordFailure(
      PageSourceUrl source, Instant now, String problem, byte @Nullable [] text) {
    PageFailure before = failures.get(source.provider());
    PageFailure failure =
        before == null
            ? new PageFailure(now, 1, problem)
            : new PageFailure(before.since(), before.runs() + 1, problem);
    failures.put(source.provider(), failure);
    if (text != null) {
      failedTexts.put(failedName(source), text);
    }
    return failure;
  }

  /** Returns the file that keeps a text which was not accepted. */
  Path failedFile(PageSourceUrl source) {
    return folder.resolve(failedName(source));
  }

  private static String failedName(PageSourceUrl source) {
    return FAILED_FOLDER + source.provider() + ".txt";
  }

  /**
   * Writes the memory, and deletes the failed texts of pages that no longer fail. A memory that has
   * not changed is not written.
   *
   * @param sources the pages that are watched; others are forgotten
   */
  void write(Iterable<PageSourceUrl> sources, Consumer<String> notices) throws IOException {
    ObjectNode root = JsonNodes.object();
    ObjectNode pageNodes = root.putObject("pages");
    ObjectNode failureNodes = root.putObject("failures");
    try (FileTransaction change = FileTransaction.begin(folder, notices)) {
      for (PageSourceUrl source : sources) {
        writePage(source.provider(), pageNodes);
        PageFailure failure = failures.get(source.provider());
        if (failure == null) {
          change.delete(failedName(source));
        } else {
          failureNodes
              .putObject(source.provider())
              .put("since", failure.since().toString())
              .put("runs", failure.runs())
              .put("problem", failure.problem());
        }
      }
      failedTexts.forEach(change::write);
      change.write(FILE_NAME, JsonNodes.pretty(root));
      change.commit();
    }
  }

  private void writePage(String provider, ObjectNode to) {
    PageMemory page = pages.get(provider);
    if (page != null) {
      to.putObject(provider)
          .put("source", page.source())
          .put("sha256", page.sha256())
          .put("url", page.validators().urlHash())
          .put("etag", page.validators().etag())
          .put("lastModified", page.validators().lastModified());
    }
  }
}
