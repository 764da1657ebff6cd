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
 * Nothing of a page is lost in silence: every member of every document is left out once, and what
 * is derived must differ. A member may only go without a trace where a finding names it or what
 * holds it, or where it says nothing.
 */
class NoSilentLossTest {
  @TempDir Path folder;

  static Stream<Path> folders() throws IOException {
    try (Stream<Path> scenarios = Files.list(Path.of("src/test/scenarios"))) {
      return Stream.concat(
          Stream.of(Path.of("")), scenarios.filter(Files::isDirectory).sorted().toList().stream());
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void keepsOrReportsEveryProperty(Path scenario) throws IOException {
    List<OnePropertyPerLineDocument> documents = documents(scenario);
    List<String> lost = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      // Beside one neighbour, so that what pages say of one another counts too.
      int next = (i + 1) % documents.size();
      boolean alone = next == i;
      lost.addAll(
          findLostProperties(
              alone ? List.of(documents.get(i)) : List.of(documents.get(next), documents.get(i))));
    }
    assertThat(lost).isEmpty();
  }

  /** Gives the members of the last document that leave no trace. */
  private List<String> findLostProperties(List<OnePropertyPerLineDocument> documents)
      throws IOException {
    int tried = documents.size() - 1;
    TestPages pages = TestPages.in(folder);
    for (int i = 0; i < documents.size(); i++) {
      pages.addFile("pages/p" + i + ".md", documents.get(i).page());
    }
    DerivationResult whole = pages.derive();
    Map<String, String> before = files(whole);
    String page = "pages/p" + tried + ".md";
    ReportedProperties named = ReportedProperties.of(whole, page);
    OnePropertyPerLineDocument document = documents.get(tried);
    Set<String> kept = texts(TestPages.contract(whole));
    List<String> lost = new ArrayList<>();
    for (JsonPointer member : document.propertyLines().keySet()) {
      if (isInExample(member)
          || isReported(document, member, named)
          || isDefaultValue(document, member)
          || isDuplicated(document, member, kept)) {
        continue;
      }
      pages.addFile(page, document.pageWithout(member));
      if (files(pages.derive()).equals(before)) {
        lost.add(page + ":" + document.propertyLines().get(member) + " " + member);
      }
    }
    pages.addFile(page, document.page());
    return lost;
  }

  /**
   * An example is kept or dropped as a whole; that its members stay as they are is tested apart.
   */
  private static boolean isInExample(JsonPointer member) {
    return member.toString().matches(".*/(example|examples/[^/]+/value)/.*");
  }

  /** What a reader assumes anyway when it is not written. */
  private static boolean isDefaultValue(OnePropertyPerLineDocument document, JsonPointer member) {
    JsonNode value = document.root().at(member);
    JsonNode owner = document.root().at(member.head());
    boolean empty =
        value.isContainerNode()
            ? value.isEmpty()
            : value.isNull() || value.asText().isEmpty() || value.asText().equals("false");
    return empty
        || switch (member.last().getMatchingProperty()) {
          case "type" ->
              (value.asText().equals("object") && owner.has("properties"))
                  || (value.asText().equals("array") && owner.has("items"));
          case "additionalProperties" -> value.asText().equals("true");
          case "required" -> owner.path("in").asText().equals("path");
          default -> false;
        };
  }

  /** Equal collapses: the contract has the very words, or an operation its own requirement. */
  private static boolean isDuplicated(
      OnePropertyPerLineDocument document, JsonPointer member, Set<String> kept) {
    String pointer = member.toString();
    return switch (member.last().getMatchingProperty()) {
      case "description", "summary", "title", "version" ->
          kept.contains(document.root().at(member).asText().strip());
      default -> pointer.matches("(/paths/.*/(get|post))?/security(/0)?");
    };
  }

  private static Set<String> texts(JsonNode contract) {
    Set<String> texts = new HashSet<>();
    contract.forEach(
        inner -> texts.addAll(inner.isTextual() ? Set.of(inner.textValue()) : texts(inner)));
    return texts;
  }

  /** A finding names a member at its own line; one that drops something, what stands below too. */
  private static boolean isReported(
      OnePropertyPerLineDocument document, JsonPointer member, ReportedProperties named) {
    if (named.lines().contains(document.propertyLines().get(member))) {
      return true;
    }
    for (JsonPointer at = member; at.length() > 0; at = at.head()) {
      if (named.dropped().contains(document.propertyLines().get(at))
          || named.operations().contains(at.toString())) {
        return true;
      }
    }
    return named.rejected();
  }

  /** What the findings of one page name. */
  private record ReportedProperties(
      Set<Integer> lines, Set<Integer> dropped, Set<String> operations, boolean rejected) {
    private static final Pattern ALSO_IN_LINES = Pattern.compile("\\(also in line ([\\d, ]+)");
    private static final Pattern OPERATION =
        Pattern.compile("; (?:answer (\\S+) of )?([A-Z]+) (\\S+) is (?:refused|dropped)");

    static ReportedProperties of(DerivationResult derived, String page) {
      ReportedProperties named =
          new ReportedProperties(
              new HashSet<>(), new HashSet<>(), new HashSet<>(), rejected(derived, page));
      for (Finding finding : derived.findings()) {
        if (finding.location().file().equals(page)) {
          named.add(finding);
        }
      }
      return named;
    }

    private void add(Finding finding) {
      boolean drops = finding.action().matches("(Removed|Dropped|Left out|Left without|Write).*");
      Set<Integer> to = drops ? dropped : lines;
      to.add(finding.location().line());
      Matcher also = ALSO_IN_LINES.matcher(finding.message());
      if (also.find()) {
        for (String line : also.group(1).split(", ", -1)) {
          to.add(Integer.parseInt(line.strip()));
        }
      }
      Matcher operation = OPERATION.matcher(finding.message());
      if (operation.find()) {
        String path = operation.group(3).replace("~", "~0").replace("/", "~1");
        String answer = operation.group(1) == null ? "" : "/responses/" + operation.group(1);
        String method = operation.group(2).toLowerCase(Locale.ROOT);
        operations.add("/paths/" + path + "/" + method + answer);
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
