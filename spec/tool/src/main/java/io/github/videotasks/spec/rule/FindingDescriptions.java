package io.github.videotasks.spec.rule;

import java.util.List;

/**
 * Descriptions of the findings that do not come from a {@link Rule}: those of parsing, merging,
 * evidence from examples, corrections, fetching and comparing.
 */
final class FindingDescriptions {
  static final List<RuleDescription> PARSING =
      List.of(
          describe(
              "no-document", "A page contains no fenced OpenAPI document; the page is refused."),
          describe(
              "no-page",
              "A file in the folder of pages is not a page: README.md, or a file with another"
                  + " extension; not read."),
          describe(
              "same-provider",
              "The names of two pages yield the same provider id; both are read as pages of this"
                  + " provider."),
          describe(
              "broken-yaml",
              "A block is not valid YAML; the block is refused, the other blocks are read."),
          describe(
              "duplicate-key",
              "A key occurs twice in one object and parsers disagree which one counts; refused."),
          describe(
              "odd-tag",
              "A value has a YAML tag; read as plain data. A tag that requests an object of a"
                  + " programming language is refused."),
          describe(
              "unread-yaml",
              "A key that is an object or an array, or an alias inside its own anchor: JSON has no"
                  + " such thing; the value is left out."),
          describe("too-deep", "More than 100 levels of nesting; refused."),
          describe(
              "too-large",
              "More than 8 MiB, or more than 500,000 values once aliases are expanded; refused. A"
                  + " schema of more than 60 levels or 100,000 fields with all references; the"
                  + " operation is refused."),
          describe("not-utf8", "The bytes are not valid UTF-8; refused."),
          describe(
              "not-openapi",
              "A fenced block is not an OpenAPI document (a shell command, a sample); ignored."),
          describe("unclosed-fence", "A fence is never closed; read to the end of the file."),
          describe(
              "unresolved-ref",
              "A $ref within the document does not resolve; the operation is refused."));

  static final List<RuleDescription> MERGING =
      List.of(
          describe(
              "same-operation",
              "Several pages describe the same path and method; they become one operation."),
          describe(
              "united-operation",
              "Operations of one path and method differ in the query or fragment of their URLs, as"
                  + " /?Action=Submit and /?Action=Query; OpenAPI cannot describe them apart, and"
                  + " they become one operation."),
          describe(
              "server-variable",
              "A server URL contains variables; they are replaced by their defaults, and the other"
                  + " values are the server's description."),
          describe(
              "base-path",
              "Servers have different base paths. The base path is part of an operation's identity,"
                  + " so it is written into the paths, and the servers of the contract have none."
                  + " Of several servers in one list the first one counts (a warning)."),
          describe(
              "operation-server",
              "An operation is at other servers than the contract's first one, which generated"
                  + " clients use; the operation has servers of its own. A warning when the page"
                  + " declares them at the operation or path: clients send their API key there."),
          describe(
              "other-words",
              "Pages describe the same thing in different words; the contract takes the text of the"
                  + " first page, unless a correction sets another."),
          describe(
              "limit-conflict",
              "A constraint, default, format or map differs between declarations, is missing in one"
                  + " of them or in one alternative, does not fit the type, or contradicts an"
                  + " example; left out. Limits of responses are not in the contract and not"
                  + " reported."),
          describe(
              "required-unknown",
              "'required' names a property that the schema does not have; left out."),
          describe(
              "odd-media-type",
              "A key of 'content' is not a media type ('json', 'application.json'), or is the"
                  + " wildcard for any; read as JSON, or as bytes when the schema is binary."),
          describe(
              "path-parameter-name",
              "Paths that differ only in the name of a parameter are the same path; one name is"
                  + " used."),
          describe(
              "missing-path-parameter",
              "A path contains a parameter that is not declared; added as a string."),
          describe(
              "stray-path-parameter",
              "A declared path parameter does not occur in the path; dropped."),
          describe(
              "parameter-form",
              "Pages write the same parameter in different forms (style, explode, allowReserved,"
                  + " content); the contract has that of most pages."),
          describe("dropped-parameter", "A parameter cannot be resolved; dropped."),
          describe(
              "dropped-answer",
              "An error response cannot be resolved; dropped, the operation is kept."),
          describe(
              "success-under-error",
              "A page shows a task under an error status; read as a success response."),
          describe(
              "duplicate-operation-id",
              "Two operations have the same operationId; the second gets a derived one."),
          describe(
              "security-conflict",
              "Two pages declare different security schemes with the same name; the second is"
                  + " renamed. Or a page says that an operation has no security where another"
                  + " requires it; the requirement is kept."),
          describe(
              "name-conflict", "Corrections give two different schemas the same name; refused."));

  static final List<RuleDescription> EVIDENCE =
      List.of(
          describe(
              "string-example",
              "An example is a string that contains JSON; the JSON is read. A string that only"
                  + " begins like JSON is dropped."),
          describe(
              "placeholder-example",
              "An example was filled in by a tool (\"string\", 0); dropped."),
          describe("example-without-value", "An example has no value; dropped."),
          describe(
              "equal-examples",
              "Two pages show the same example; both are kept, but they count as evidence once."),
          describe(
              "required-contradicted",
              "An example lacks a property that its own page requires; only properties that every"
                  + " example shows are required."),
          describe(
              "undeclared-member",
              "An example contains properties that its page does not declare; added."),
          describe(
              "type-contradicted",
              "A page's examples show another type than the page declares. An integer is widened to"
                  + " a number; with any other type the field is left without a type, unless the"
                  + " page only quotes the values of an enum."),
          describe(
              "type-conflict",
              "Pages disagree on a type, however many have each one. The field has no type, so that"
                  + " clients decode every form, and x-declared has the forms; an integer and a"
                  + " number become a number."),
          describe(
              "deep-list",
              "Lists are nested more than 20 levels deep, or a list is its own item; the inner"
                  + " lists have no schema, because"
                  + " YAML parsers stop at 50 levels."),
          describe(
              "inline-recursion",
              "A parameter, or a form of a field without a type, contains a schema that contains"
                  + " itself. The contract has no component for it; the inner objects are open."),
          describe(
              "time-units",
              "A timestamp occurs in several formats; kept as received, and the description lists"
                  + " the formats."),
          describe(
              "example-invalid",
              "An example does not fit the contract, because a correction narrowed the schema;"
                  + " refused."));

  static final List<RuleDescription> CORRECTING =
      List.of(
          describe(
              "correction-file",
              "A correction is not an Overlay 1.0 file, lacks x-why or x-evidence, or has an"
                  + " invalid key or target; refused."),
          describe(
              "correction-unmatched",
              "A correction matches nothing, or would add a field that no page declares or shows;"
                  + " refused."),
          describe(
              "correction-unexplained",
              "A correction that spec-tool correct wrote still has a placeholder in place of its"
                  + " reason or evidence; applied."),
          describe(
              "edit-refused",
              "No correction yields an edited contract: the line contradicts what the pages declare"
                  + " and show, is not valid OpenAPI, or has another form than the tool writes;"
                  + " nothing is written."),
          describe(
              "providers-file",
              "providers.yaml contains something other than entries with an id and an existing"
                  + " page below pages/, each only once; refused."),
          describe(
              "status-values",
              "status-values.yaml contains something other than status values with their stages;"
                  + " refused."),
          describe(
              "waiting-file",
              "waiting.yaml lacks a property, or has an unknown one or an invalid value; refused."),
          describe(
              "known-places",
              "known-places.yaml contains something other than lists of paths; refused."),
          describe(
              "unknown-status",
              "A page shows a status value that status-values.yaml lacks. A wait for such a task"
                  + " would poll on until its deadline, so the check fails until the value has a"
                  + " stage."),
          describe(
              "known-findings",
              "known-findings.yaml contains something other than entries with an id, a reason and a"
                  + " date; refused. An entry that no longer occurs or is out of date fails the"
                  + " check."),
          describe(
              "severities",
              "severities.yaml names an unknown rule, class of changes or severity; refused."));

  static final List<RuleDescription> OBSERVING =
      List.of(
          describe(
              "observed-example",
              "A response in observed/ was recorded, and no page shows it; it is evidence like an"
                  + " example, and named so wherever it counts."),
          describe(
              "observed-file",
              "A file in observed/ is not a recorded response of a provider with a page, and is"
                  + " refused; or the page does not have its operation, and it is not used."));

  static final List<RuleDescription> WRITING =
      List.of(
          describe(
              "example-file-only",
              "A response example that not every YAML parser could read in the contract: nested too"
                  + " deep, too long, or with a Unicode line separator; only examples/ has it."),
          describe(
              "output-folder",
              "An output folder contains a file of the user or a symbolic link where a file is to"
                  + " be written, or another process writes to it; nothing is written."));

  static final List<RuleDescription> FETCHING =
      List.of(
          describe(
              "bad-address",
              "The URL of a page to import is not an http or https URL, or contains user"
                  + " information; refused."),
          describe(
              "private-address",
              "The host of the URL, or of a redirect, has an IP address that is not public; refused"
                  + " unless allowed."),
          describe(
              "redirects",
              "The host redirects too often, or from https to another scheme; refused."),
          describe("too-slow", "The response takes longer than the limit; refused."),
          describe("not-fetched", "The host does not return a page; the page stays as it is."),
          describe(
              "html-page",
              "The host returns HTML that neither contains an OpenAPI document nor links to its"
                  + " Markdown, such as a login page; refused."),
          describe(
              "page-loss",
              "A page that is fetched again lacks an operation, or all examples of one; kept aside"
                  + " unless accepted, and the old page stays."),
          describe(
              "same-page",
              "A page that is fetched again has the text of another provider's page; kept aside"
                  + " unless accepted, and the old page stays."),
          describe(
              "not-up-to-date",
              "The folder differs from what its pages yield before pages are fetched again; nothing"
                  + " is written."));

  static final List<RuleDescription> COMPARING =
      List.of(
          describe(
              "not-comparable",
              "A document passed to diff cannot be compared, such as an OpenAPI 3.1 document;"
                  + " refused."),
          describe(
              "odd-version",
              "A contract whose changes are to be written to a changelog has no version such as"
                  + " 1.0.0; refused."));

  private FindingDescriptions() {}

  private static RuleDescription describe(String id, String why) {
    return new RuleDescription(id, why);
  }
}
