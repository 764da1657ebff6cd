package io.github.videotasks.contract.wording;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A term that is kept out of the sources, and the term to write instead.
 *
 * @param pattern matches the term
 * @param instead what to write
 */
record WordPattern(Pattern pattern, String instead) {

  /**
   * Terms in comments and documents that readers do not search for or that name two things. They
   * are matched as whole words, in any case; a space also matches a line break. The list prefers
   * missed terms over false positives.
   */
  static final List<WordPattern> IN_PROSE =
      List.of(
          prose("answer(?:s|ed|ing)?", "response, respond (HTTP); result (of a task)"),
          prose("questions?(?! marks?)", "request (one HTTP exchange), poll (one step of a wait)"),
          prose("ask(?:s|ed|ing)?", "request, poll, query"),
          prose("gives|gave", "return, provide"),
          prose("tells?|told|telling", "report"),
          prose("hears?|heard", "be notified of, receive"),
          prose("(?:stands?|stood) (?:in|at|on|beside|below|above)", "be, be defined in"),
          prose("borne", "tolerated"),
          prose("(?:brings?|brought) (?:\\w+ ){0,5}home", "download"),
          prose("file endings?|endings? of (?:an? |the )?files?", "extension"),
          prose("limits? (?:is|are|was|were) passed", "is exceeded"),
          prose("members?", "property (JSON), field (contract)"),
          // "IP address" is right; without the kind, the word means URL.
          prose(
              "address(?:es)?"
                  + "(?<!\\b(?:IP|IPv4|IPv6|IPv4-mapped|loopback|socket) address(?:es)?)",
              "URL; host; IP address"),
          prose("status words?|words? of (?:a |the )?status", "status value"),
          prose(
              "(?:is|are) no(?<!there (?:is|are) no)(?! longer| more)",
              "is not a valid X; has no X"));

  /**
   * Metaphors in names, matched as a word of a name in camel case or in constant case, also in the
   * plural.
   */
  static final List<WordPattern> IN_NAMES =
      List.of(
          name("Answer", "Response, Result"),
          name("Question", "Request, Poll"),
          name("Gives", "Returns, or the noun"),
          name("Ask", "Request, Poll"),
          name("Asked", "Requested, Polled"),
          name("Tells", "Reports"),
          name("Hears", "on…"),
          name("Lane", "RateLimiter"),
          name("Drain", "Runner"),
          name("Claim", "Lock"),
          name("Intake", "ReadLimit"),
          name("Workshop", "Context"),
          name("Hop", "Redirect"),
          name("Pulse", "StallDetector"),
          name("Situation", "Context, Case"),
          name("Verdict", "Outcome, Decision"),
          name("Judge", "Check"),
          name("Judgement", "Result"));

  private static WordPattern prose(String regex, String instead) {
    // Not "\\s+": a look-behind must be bounded.
    String anyWhiteSpace = ("\\b(?:" + regex + ")\\b").replace(" ", "\\s{1,200}");
    return new WordPattern(Pattern.compile(anyWhiteSpace, Pattern.CASE_INSENSITIVE), instead);
  }

  private static WordPattern name(String word, String instead) {
    String first = "(?<![A-Za-z])" + word.toLowerCase(Locale.ROOT) + "s?(?![a-z])";
    String later = word + "s?(?![a-z])";
    String constant = "(?<![A-Za-z])" + word.toUpperCase(Locale.ROOT) + "S?(?![A-Za-z])";
    return new WordPattern(Pattern.compile(first + "|" + later + "|" + constant), instead);
  }
}
