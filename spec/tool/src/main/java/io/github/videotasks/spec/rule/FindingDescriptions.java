package io.github.videotasks.spec.rule;

import java.util.List;

/**
 * The findings that no single repair makes: what reading refuses, what the examples prove, and what
 * uniting several pages meets.
 */
final class FindingDescriptions {
  static final List<RuleDescription> PARSING =
      List.of(
          describe("no-document", "A page holds no fenced OpenAPI document; the page is refused."),
          describe(
              "no-page",
              "A file in the folder of pages is no page: README.md, or one of another ending; not"
                  + " read."),
          describe(
              "same-provider",
              "Two pages are named so alike that they give one provider; read as its pages."),
          describe(
              "broken-yaml", "A block is not YAML; the block is refused, the others are read."),
          describe(
              "duplicate-key",
              "A key stands twice in one object and readers disagree which one counts; refused."),
          describe("odd-tag", "A YAML tag asks for something other than plain data; refused."),
          describe("too-deep", "More than 100 levels of nesting; refused."),
          describe(
              "too-large",
              "More than 8 MiB, or more than 500,000 values once aliases are expanded; refused."),
          describe("not-utf8", "The bytes are no UTF-8 text; refused."),
          describe(
              "not-openapi",
              "A fenced block is something else (a shell command, a sample); ignored."),
          describe("unclosed-fence", "A fence is never closed; read to the end of the file."),
          describe(
              "unresolved-ref",
              "A $ref within the document names nothing; the operation is refused."),
          describe(
              "cyclic-ref",
              "References lead in a circle, or a schema holds itself; the operation is refused."));

  static final List<RuleDescription> MERGING =
      List.of(
          describe(
              "same-operation",
              "Several pages describe one path and method; they become one operation."),
          describe(
              "other-words",
              "Pages say one thing in different words; the contract has room for the first page's,"
                  + " unless a correction gives others."),
          describe(
              "limit-conflict",
              "A limit of what a client sends does not stand on every page, or does not fit the"
                  + " type; left out."),
          describe(
              "required-unknown",
              "'required' names a property that the schema does not have; left out."),
          describe(
              "odd-media-type",
              "A key of 'content' is no media type ('json', 'application.json'), or the one for"
                  + " any; read as JSON, or as bytes when the schema is binary."),
          describe(
              "path-parameter-name",
              "Paths that differ only in a parameter's name are one path; one name is taken."),
          describe(
              "missing-path-parameter",
              "A path holds a parameter that nobody declares; added as a text."),
          describe(
              "stray-path-parameter",
              "A path parameter is declared that the path does not hold; dropped."),
          describe("dropped-parameter", "A parameter cannot be resolved; dropped."),
          describe(
              "dropped-answer",
              "An error answer cannot be resolved; dropped, the operation is kept."),
          describe(
              "success-under-error", "A task is shown under an error status; read as a success."),
          describe(
              "duplicate-operation-id",
              "One operationId names two operations; the second gets a derived one."),
          describe(
              "security-conflict",
              "Two pages have different schemes of one name; the second is renamed."),
          describe(
              "name-conflict",
              "Two different schemas are given one name by corrections; refused."));

  static final List<RuleDescription> EVIDENCE =
      List.of(
          describe(
              "string-example",
              "An example is a text that holds JSON; the JSON is read. One that only begins like"
                  + " JSON is dropped."),
          describe(
              "placeholder-example",
              "An example was filled in by a tool (\"string\", 0); dropped."),
          describe("example-without-value", "An example has no value; dropped."),
          describe(
              "equal-examples",
              "Two pages show the same example; kept, but as evidence it counts once."),
          describe(
              "required-contradicted",
              "An example lacks what its own page requires; only what every example shows is"
                  + " required."),
          describe(
              "undeclared-member",
              "An example shows members that its page does not declare; added."),
          describe(
              "type-contradicted",
              "A page's examples show another type than it declares; the examples win."),
          describe(
              "type-conflict",
              "Pages disagree on a type; the field is left without one, or widened to number."),
          describe(
              "deep-list",
              "Lists stand in lists to more than 20 levels; the inner ones have no schema, as"
                  + " readers of YAML stop at 50 levels."),
          describe(
              "time-units",
              "One time comes in several units; kept as it comes, and the description says so."),
          describe(
              "example-invalid",
              "An example does not fit the contract, because a correction narrowed it; refused."));

  static final List<RuleDescription> CORRECTING =
      List.of(
          describe(
              "correction-file",
              "A correction is no Overlay 1.0 file, lacks x-why or x-evidence, or has a key or"
                  + " target that cannot be meant; refused."),
          describe(
              "correction-unmatched",
              "A correction matches nothing, or would add a field that no page knows; refused."),
          describe(
              "providers-file",
              "providers.yaml holds something else than entries with an id and a page that is"
                  + " there, each once; refused."));

  static final List<RuleDescription> FETCHING =
      List.of(
          describe(
              "bad-address",
              "A page to import has no http or https address, or one with a user in it; refused."),
          describe(
              "private-address",
              "The address, or one it redirects to, is not a public one; refused unless allowed."),
          describe("redirects", "Redirects that are too many, or that leave https; refused."),
          describe("too-slow", "The host takes longer than the limit; refused."),
          describe("not-fetched", "The host gives no page; nothing is imported."));

  static final List<RuleDescription> COMPARING =
      List.of(
          describe(
              "not-comparable",
              "A document given to diff cannot be compared, such as one of OpenAPI 3.1; refused."),
          describe(
              "odd-version",
              "A contract whose changes are to be put into a changelog has no version such as"
                  + " 1.0.0; refused."));

  private FindingDescriptions() {}

  private static RuleDescription describe(String id, String why) {
    return new RuleDescription(id, why);
  }
}
