package io.github.videotasks.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.PageFolder;
import io.github.videotasks.spec.page.ProviderRegistry;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.YamlLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No property of a page is lost without a finding. Each property of each document is removed once,
 * and the derived files must differ. A property may have no effect only if a finding reports it or
 * an enclosing property, or if it has its default value.
 */
class NoSilentLossTest {
  @TempDir Path folder;

  static Stream<Path> folders() throws IOException {
    try (Stream<Path> scenarios = Files.list(Path.of("src/test/scenarios"))) {
      return Stream.concat(
          Stream.of(Path.of("..")),
          scenarios.filter(Files::isDirectory).sorted().toList().stream());
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void keepsOrReportsEveryProperty(Path scenario) throws IOException {
    List<OnePropertyPerLineDocument> documents = documents(scenario);
    List<String> lost = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      // Together with a second page, so that findings about two pages are covered too.
      int next = (i + 1) % documents.size();
      boolean alone = next == i;
      lost.addAll(
          findLostProperties(
              alone ? List.of(documents.get(i)) : List.of(documents.get(next), documents.get(i))));
    }
    assertThat(lost).isEmpty();
  }

  /** Returns the properties of the last document whose removal changes no derived file. */
  private List<String> findLostProperties(List<OnePropertyPerLineDocument> documents)
      throws IOException {
    int tried = documents.size() - 1;
    TestPages pages = TestPages.in(folder);
    for (int i = 0; i < documents.size(); i++) {
      pages.addFile("pages/p" + i + ".md", documents.get(i).page());
    }
    DerivationResult complete = pages.derive();
    Map<String, String> before = files(complete);
    String page = "pages/p" + tried + ".md";
    ReportedProperties reported = ReportedProperties.of(complete, page);
    OnePropertyPerLineDocument document = documents.get(tried);
    Set<String> kept = texts(TestPages.contract(complete));
    List<String> lost = new ArrayList<>();
    for (JsonPointer property : document.propertyLines().keySet()) {
      if (isInExample(property)
          || isReported(document, property, reported)
          || isDefaultValue(document, property)
          || isDuplicated(document, property, kept)) {
        continue;
      }
      pages.addFile(page, document.pageWithout(property));
      if (files(pages.derive()).equals(before)) {
        lost.add(page + ":" + document.propertyLines().get(property) + " " + property);
      }
    }
    pages.addFile(page, document.page());
    return lost;
  }

  /** An example is kept or dropped as a whole; other tests check its properties. */
  private static boolean isInExample(JsonPointer property) {
    return property.toString().matches(".*/(example|examples/[^/]+/value)/.*");
  }

  /** A property with its default value may be omitted without changing the meaning. */
  private static boolean isDefaultValue(OnePropertyPerLineDocument document, JsonPointer property) {
    JsonNode value = document.root().at(property);
    JsonNode owner = document.root().at(property.head());
    String key = property.last().getMatchingProperty();
    if (key.equals("explode")) {
      return value.asBoolean() == owner.path("style").asText("form").equals("form");
    }
    boolean empty =
        value.isContainerNode()
            ? value.isEmpty()
            : value.isNull() || value.asText().isEmpty() || value.asText().equals("false");
    return empty
        || switch (key) {
          case "style" ->
              owner.path("in").asText().equals("query") && value.asText().equals("form");
          case "type" ->
              owner.has("enum")
                  || (value.asText().equals("object")
                      && (owner.has("properties") || owner.path("additionalProperties").isObject()))
                  || (value.asText().equals("array") && owner.has("items"));
          case "additionalProperties" -> value.asText().equals("true");
          case "required" -> owner.path("in").asText().equals("path");
          default -> false;
        };
  }

  /** Equal texts are merged: the contract contains the text, or the operation's own requirement. */
  private static boolean isDuplicated(
      OnePropertyPerLineDocument document, JsonPointer property, Set<String> kept) {
    String pointer = property.toString();
    return switch (property.last().getMatchingProperty()) {
      case "description", "summary", "title", "version" ->
          kept.contains(document.root().at(property).asText().strip());
      default -> pointer.matches("(/paths/.*/(get|post))?/security(/0)?");
    };
  }

  private static Set<String> texts(JsonNode contract) {
    Set<String> texts = new HashSet<>();
    contract.forEach(
        inner -> texts.addAll(inner.isTextual() ? Set.of(inner.textValue()) : texts(inner)));
    return texts;
  }

  /**
   * A finding reports the property at its line; a finding that drops a property also reports the
   * properties below it.
   */
  private static boolean isReported(
      OnePropertyPerLineDocument document, JsonPointer property, ReportedProperties reported) {
    if (reported.lines().contains(document.propertyLines().get(property))) {
      return true;
    }
    for (JsonPointer at = property; at.length() > 0; at = at.head()) {
      if (reported.dropped().contains(document.propertyLines().get(at))
          || reported.operations().contains(at.toString())) {
        return true;
      }
    }
    return reported.rejected();
  }

  /** The lines and operations that the findings of one page report. */
  private record ReportedProperties(
      Set<Integer> lines, Set<Integer> dropped, Set<String> operations, boolean rejected) {
    private static final Pattern OPERATION =
        Pattern.compile("; (?:response (\\S+) of )?([A-Z]+) (\\S+) is (?:refused|dropped)");

    static ReportedProperties of(DerivationResult derived, String page) {
      ReportedProperties reported =
          new ReportedProperties(
              new HashSet<>(), new HashSet<>(), new HashSet<>(), rejected(derived, page));
      for (Finding finding : derived.findings()) {
        if (finding.location().file().equals(page)) {
          reported.add(finding);
        }
      }
      return reported;
    }

    private void add(Finding finding) {
      boolean drops = finding.action().matches("(Removed|Dropped|Left out|Left without|Write).*");
      Set<Integer> target = drops ? dropped : lines;
      target.add(finding.location().line());
      Matcher operation = OPERATION.matcher(finding.message());
      if (operation.find()) {
        String path = operation.group(3).replace("~", "~0").replace("/", "~1");
        String response = operation.group(1) == null ? "" : "/responses/" + operation.group(1);
        String method = operation.group(2).toLowerCase(Locale.ROOT);
        operations.add("/paths/" + path + "/" + method + response);
      }
    }

    private static boolean rejected(DerivationResult derived, String page) {
      return derived.rejections().stream()
          .filter(f -> f.location().file().equals(page))
          .anyMatch(f -> f.rule().matches("openapi-version|foreign-ref|hostile-name|no-operation"));
    }
  }

  private static Map<String, String> files(DerivationResult derived) {
    Map<String, String> files = new TreeMap<>();
    derived.files().keySet().forEach(name -> files.put(name, TestPages.text(derived, name)));
    return files;
  }

  private static List<OnePropertyPerLineDocument> documents(Path scenario) throws IOException {
    PageFolder pages = new PageFolder(scenario.resolve("pages"));
    List<OnePropertyPerLineDocument> documents = new ArrayList<>();
    for (String page : pages.listPages(new Findings())) {
      for (SpecDocument document :
          pages.read(page, ProviderRegistry.empty(), YamlLimits.DEFAULT, new Findings())) {
        documents.add(new OnePropertyPerLineDocument(document.root()));
      }
    }
    return documents;
  }
}
