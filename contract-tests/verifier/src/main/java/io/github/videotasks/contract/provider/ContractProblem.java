package io.github.videotasks.contract.provider;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One difference between a response and a contract. The component names are the property names in
 * {@code index.json}.
 *
 * @param kind what differs
 * @param field path of the field, such as {@code detail.draft_info.url}, or the part of the
 *     response, such as {@code HTTP status}; empty when the problem is about neither
 * @param expected what the contract requires, in a few words; empty when {@code field} is
 * @param found what the response has, without secrets; empty when {@code field} is
 * @param original the text of the verifier, without secrets
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ContractProblem(
    Kind kind, String field, String expected, String found, String original) {

  /** What differs. */
  public enum Kind {
    /** A field is absent. */
    MISSING,
    /** A field has another JSON type, or a value that the contract does not allow. */
    VALUE,
    /** The status code or a header differs. */
    HTTP,
    /** The body is not JSON. */
    NOT_JSON,
    /** Anything else; {@code original} says it. */
    OTHER
  }

  /**
   * {@return a problem that is only a text}
   *
   * @param text on one line
   */
  public static ContractProblem ofText(String text) {
    return new ContractProblem(Kind.OTHER, "", "", "", text);
  }

  /** {@return what the library needs the field for; empty when it does not need it} */
  public String purpose() {
    return FieldPurposes.of(field);
  }

  /**
   * {@return the problem on one line, such as {@code video_url: missing (needed to find the file)}}
   */
  public String line() {
    if (field.isEmpty()) {
      return original;
    }
    String difference =
        kind == Kind.MISSING ? "missing" : "expected %s, found %s".formatted(expected, found);
    String purpose = purpose();
    return field + ": " + difference + (purpose.isEmpty() ? "" : " (needed " + purpose + ")");
  }
}
