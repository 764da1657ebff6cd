package io.github.videotasks.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.output.OutputFolder;
import io.github.videotasks.spec.tree.JsonNodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Property-based tests: invariants of the derivation for any set of pages. */
class DerivationPropertiesTest {
  private static final int TRIES = 25;
  private static final String SEED = "4711";

  /**
   * The order in which a file system lists the pages must not affect the result. The pages are
   * written in both orders.
   */
  @Property(tries = TRIES, seed = SEED)
  void doesNotDependOnPageOrder(@ForAll("pages") List<String> pages) throws IOException {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      order.add(i);
    }
    var forward = files(pages, order);
    Collections.reverse(order);
    assertThat(files(pages, order)).isEqualTo(forward);
  }

  @Property(tries = TRIES, seed = SEED)
  void keepsOrReportsEveryExample(@ForAll("pages") List<String> pages) throws IOException {
    try (ScratchFolder scratch = new ScratchFolder()) {
      DerivationResult derived = scratch.write(pages, null).derive();
      assertThat(derived.rejections()).isEmpty();
      long kept =
          derived.files().keySet().stream().filter(f -> f.matches("examples/.*/\\d+.json")).count();
      long dropped = TestPages.findings(derived, "placeholder-example").size();
      assertThat(kept + dropped).isEqualTo(pages.size() * 2L);
    }
  }

  @Property(tries = TRIES, seed = SEED)
  void isIdempotent(@ForAll("pages") List<String> pages) throws IOException {
    try (ScratchFolder scratch = new ScratchFolder()) {
      DerivationResult derived = scratch.write(pages, null).derive();
      OutputFolder out = new OutputFolder(scratch.folder.resolve("out"), line -> {});
      out.replace(derived.files());
      Map<String, byte[]> before = out.read();
      out.replace(scratch.write(pages, null).derive().files());
      assertThat(out.read()).containsExactlyEntriesOf(before);
    }
  }

  /** A copy of a page is not new evidence. */
  @Property(tries = TRIES, seed = SEED)
  void ignoresDuplicatePages(@ForAll("pages") List<String> pages) throws IOException {
    List<String> withDuplicate = new ArrayList<>(pages);
    withDuplicate.add(pages.get(0));
    try (ScratchFolder once = new ScratchFolder();
        ScratchFolder again = new ScratchFolder()) {
      String contract = withoutProviders(once.write(pages, null).derive());
      assertThat(withoutProviders(again.write(withDuplicate, null).derive())).isEqualTo(contract);
    }
  }

  @Provide
  Arbitrary<List<String>> pages() {
    return page().list().ofMinSize(1).ofMaxSize(4);
  }

  private static Arbitrary<String> page() {
    Arbitrary<String> path =
        Arbitraries.of("/v1/tasks", "/v1/tasks/{id}", "/v1/tasks/{task_id}", "/v1/\u4efb\u52a1");
    return Combinators.combine(path, objectValue(2), objectValue(2))
        .as(
            (at, first, second) ->
                TestPages.getDocument(
                    at,
                    "examples:\n  a:\n    value: "
                        + first
                        + "\n  b:\n    value: "
                        + second
                        + "\n"));
  }

  /** Generates JSON objects, at most {@code depth} levels deep. */
  private static Arbitrary<String> objectValue(int depth) {
    Arbitrary<String> name =
        Arbitraries.of("id", "status", "created_at", "url", "\u540d\u524d", "yes", "123");
    return Arbitraries.maps(name, propertyValue(depth))
        .ofMaxSize(4)
        .map(
            properties -> {
              StringBuilder json = new StringBuilder("{");
              new TreeMap<>(properties)
                  .forEach(
                      (key, value) ->
                          json.append(json.length() > 1 ? ", " : "")
                              .append('"' + key + "\": " + value));
              return json.append("}").toString();
            });
  }

  private static Arbitrary<String> propertyValue(int depth) {
    Arbitrary<String> scalar =
        Arbitraries.of(
            "null",
            "true",
            "1",
            "2147483648",
            "1761622232",
            "1761622232123",
            "0.5",
            "1.50",
            "\"\"",
            "\"text\"",
            "\"no\"",
            "\"2025-10-06T15:10:26Z\"",
            "\"a: b #c\"",
            "[]",
            "{}");
    if (depth == 0) {
      return scalar;
    }
    Arbitrary<String> list =
        propertyValue(depth - 1)
            .list()
            .ofMaxSize(2)
            .map(items -> "[" + String.join(", ", items) + "]");
    return Arbitraries.oneOf(scalar, scalar, list, objectValue(depth - 1));
  }

  private static Map<String, String> files(List<String> pages, List<Integer> order)
      throws IOException {
    try (ScratchFolder scratch = new ScratchFolder()) {
      DerivationResult derived = scratch.write(pages, order).derive();
      TreeMap<String, String> files = new TreeMap<>();
      derived.files().keySet().forEach(name -> files.put(name, TestPages.text(derived, name)));
      return files;
    }
  }

  private static String withoutProviders(DerivationResult derived) throws IOException {
    JsonNode contract = TestPages.contract(derived);
    // Each provider's example is kept under its name, also when another page shows the same.
    contract.findParents("examples").forEach(node -> ((ObjectNode) node).remove("examples"));
    return JsonNodes.compact(contract)
        .replaceAll("\"(x-providers|declaredBy|shownBy)\":\\[[^\\]]*\\]", "")
        .replaceAll("Shown by [^.]*\\.", "");
  }

  /** A temporary folder for one try. */
  private static final class ScratchFolder implements AutoCloseable {
    final Path folder;

    ScratchFolder() throws IOException {
      folder = Files.createTempDirectory("pages");
    }

    TestPages write(List<String> pages, @Nullable List<Integer> order) throws IOException {
      TestPages written = TestPages.in(folder);
      for (int i = 0; i < pages.size(); i++) {
        int n = order == null ? i : order.get(i);
        written.addPage("page" + n + ".md", pages.get(n));
      }
      return written;
    }

    @Override
    public void close() {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
