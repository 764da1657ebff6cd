package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The list of rules, in the order in which they are applied. */
public final class RuleSet {
  private static final List<Rule> RULES =
      List.of(
          new UnsupportedOpenApiVersion(),
          new PathItemRef(),
          // Forms first: a name in a place of another form would not be seen as one.
          new UnwrappedExample(),
          new SmartQuote(),
          new MisspelledKeyword(),
          new InvalidShape(),
          new InvalidParameter(),
          new InvalidType(),
          // What refuses a document because somebody may have meant harm.
          new ExternalRef(),
          new HostileName(),
          // What a page holds only because a tool published it.
          new VendorExtension(),
          new ReservedHeader(),
          new BrowserHeader(),
          new VendorTag(),
          new SurroundingWhitespace(),
          new InvalidPath(),
          // What breaks the specification.
          new TypeArray(),
          new NullType(),
          new InvalidConstraint(),
          new BlankPropertyName(),
          new ClosedObject(),
          new InvalidServer(),
          new InvalidSecurityScheme(),
          new LiteralPathParameter(),
          new MissingOperations(),
          new InvalidStatusCode(),
          new BodyOnGet(),
          new MissingTitle(),
          new MissingOperationId(),
          // What is read otherwise than it is written, or not at all.
          new OneOfAnyOf(),
          new UnusedComponent(),
          new UnsupportedKeyword());

  private RuleSet() {}

  /** Gives every rule that repairs a single document. */
  public static List<Rule> rules() {
    return RULES;
  }

  /** Gives every id that a finding can have, with its reason, in the order of the steps. */
  public static List<RuleDescription> descriptions() {
    return Stream.of(
            FindingDescriptions.PARSING.stream(),
            RULES.stream().map(rule -> new RuleDescription(rule.id(), rule.rationale())),
            FindingDescriptions.MERGING.stream(),
            FindingDescriptions.EVIDENCE.stream(),
            FindingDescriptions.CORRECTING.stream(),
            FindingDescriptions.FETCHING.stream(),
            FindingDescriptions.COMPARING.stream())
        .flatMap(notes -> notes)
        .toList();
  }

  /**
   * Applies every rule to every document.
   *
   * @param documents are changed in place
   * @param out takes the findings, those that refuse a document too
   * @return the documents that were not refused
   */
  public static List<SpecDocument> apply(List<SpecDocument> documents, Findings out) {
    List<SpecDocument> kept = new ArrayList<>();
    for (SpecDocument document : documents) {
      int errors = out.errorCount();
      try {
        RULES.forEach(rule -> rule.apply(document, out));
        kept.add(document);
      } catch (RejectedInputException e) {
        // One line is enough: a document whose only operation was refused has none left.
        if (!e.finding().rule().equals("no-operation") || out.errorCount() == errors) {
          out.add(e.finding());
        }
      }
    }
    return kept;
  }
}
