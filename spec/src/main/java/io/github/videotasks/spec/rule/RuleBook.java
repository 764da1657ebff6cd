package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RefusedException;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The list of rules, in the order in which they are applied. */
public final class RuleBook {
  private static final List<Rule> RULES =
      List.of(
          new OpenApiVersion(),
          new PathItemRef(),
          // Forms first: a name in a place of another form would not be seen as one.
          new BareExample(),
          new SmartQuote(),
          new UnknownKey(),
          new OddShape(),
          new OddParameter(),
          new OddType(),
          // What refuses a document because somebody may have meant harm.
          new ForeignRef(),
          new HostileName(),
          // What a page holds only because a tool published it.
          new VendorExtension(),
          new ReservedHeader(),
          new BrowserHeader(),
          new PageTag(),
          new TrailingBlank(),
          new OddPath(),
          // What breaks the specification.
          new TypeArray(),
          new NullType(),
          new OddLimit(),
          new BlankName(),
          new ClosedObject(),
          new BadServer(),
          new SecurityScheme(),
          new LiteralId(),
          new NoOperation(),
          new OddStatus(),
          new BodyOnGet(),
          new EmptyTitle(),
          new NoOperationId(),
          // What is read otherwise than it is written, or not at all.
          new Alternatives(),
          new UnusedComponent(),
          new UnreadKeyword());

  private RuleBook() {}

  /** Gives every rule that repairs a single document. */
  public static List<Rule> rules() {
    return RULES;
  }

  /** Gives every id that a finding can have, with its reason, in the order of the steps. */
  public static List<RuleNote> notes() {
    return Stream.of(
            Observations.READING.stream(),
            RULES.stream().map(rule -> new RuleNote(rule.id(), rule.why())),
            Observations.UNITING.stream(),
            Observations.EVIDENCE.stream(),
            Observations.CORRECTING.stream(),
            Observations.FETCHING.stream(),
            Observations.COMPARING.stream())
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
      } catch (RefusedException e) {
        // One line is enough: a document whose only operation was refused has none left.
        if (!e.finding().rule().equals("no-operation") || out.errorCount() == errors) {
          out.add(e.finding());
        }
      }
    }
    return kept;
  }
}
