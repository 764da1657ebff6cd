package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All rules, in the order in which they are applied. */
public final class RuleSet {
  private static final List<Rule> RULES =
      List.of(
          new SwaggerTwo(),
          new UnsupportedOpenApiVersion(),
          new PathItemRef(),
          new OpenApi32(),
          // Types of values first: other rules would not see a name in a value of the wrong type.
          new UnwrappedExample(),
          new SmartQuote(),
          new MisspelledKeyword(),
          new InvalidShape(),
          new InvalidParameter(),
          new InvalidType(),
          new LocalRef(),
          // Rules that refuse a document, or remove names, which may be malicious.
          new ExternalRef(),
          new HostileName(),
          new CyclicRef(),
          // Rules that remove content which only the publishing tool added.
          new VendorExtension(),
          new ReservedHeader(),
          new BrowserHeader(),
          new VendorTag(),
          new SurroundingWhitespace(),
          new InvalidPath(),
          // Rules that repair violations of the OpenAPI specification.
          new TypeArray(),
          new NullType(),
          new NewerKeyword(),
          new InvalidConstraint(),
          new StructureOfOtherType(),
          new ParameterStyle(),
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
          // Rules that report content which is read differently than written, or not at all.
          new OneOfAnyOf(),
          new UnusedComponent(),
          new UnsupportedKeyword());

  private RuleSet() {}

  /** {@return every rule, in the order of application} */
  public static List<Rule> rules() {
    return RULES;
  }

  /** {@return every id that a finding can have, with its description, in the order of the steps} */
  public static List<RuleDescription> descriptions() {
    return Stream.of(
            FindingDescriptions.PARSING.stream(),
            RULES.stream().map(rule -> new RuleDescription(rule.id(), rule.rationale())),
            FindingDescriptions.MERGING.stream(),
            FindingDescriptions.EVIDENCE.stream(),
            FindingDescriptions.OBSERVING.stream(),
            FindingDescriptions.CORRECTING.stream(),
            FindingDescriptions.WRITING.stream(),
            FindingDescriptions.FETCHING.stream(),
            FindingDescriptions.COMPARING.stream())
        .flatMap(descriptions -> descriptions)
        .toList();
  }

  /**
   * Applies every rule to every document.
   *
   * @param documents changed in place
   * @param out receives the findings, including those that refuse a document
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
        // One finding is enough: a document whose only operation was refused has none left.
        if (!e.finding().rule().equals("no-operation") || out.errorCount() == errors) {
          out.add(e.finding());
        }
      }
    }
    return kept;
  }
}
