package io.github.videotasks.ext.payload;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Recognizes from the codes and messages of a failure that the prompt, an input or the result was
 * refused because of its content. To add a code or a text, add a row and wire cases: one that
 * matches and one that must not.
 *
 * <p>English texts match as whole words. A prompt that a message quotes is not searched.
 */
final class ContentViolations {

  /** More than any real message; bounds the cost of a hostile one. */
  private static final int MAX_LENGTH = 4_096;

  /**
   * Parts of a code, after {@link #normalizeCode}: lower case, words separated by underscores. A
   * part starts and ends at the boundary of a word.
   */
  private static final List<Pattern> CODES =
      List.of(
          code(
              "content_(?:policy|policies|violation|filter|filtered|moderation|safety)"
                  + "(?!_(?:level|mode|settings?|enabled))"), // OpenAI
          // OpenAI: moderation_blocked
          code("(?:moderation|moderated)(?!_(?:level|mode|settings?|enabled))"),
          code("(?:policy|guideline|guidelines)_violation|usage_polic(?:y|ies)"),
          code("(?<!case_|time_)sensitive"), // Ark: InputTextSensitiveContentDetected
          code("unsafe(?!_(?:thread|memory|method|operation|redirect|header|port|url))"), // Google
          code("nsfw|flagged|inappropriate|prohibited_content|guardrails?"),
          // Runway: SAFETY.INPUT.IMAGE
          code("safety(?!_(?:net|margin|timeout|tolerance|level|mode|settings?))"),
          code("risk_control|sentinel_block"), // Kling, relays of OpenAI
          code("prominent_people"), // Google: PUBLIC_ERROR_PROMINENT_PEOPLE_UPLOAD
          code("public_error_(?:minors?|sexual|violence|hate|danger(?:ous)?|celebrity)"), // Google
          code("minors?_(?:upload|detected|content)"),
          code("data_inspection_failed"), // DashScope
          code("(?:rai|responsible_ai)_(?:policy|filter|filtered|media_filtered)"));

  /** Texts in English. Quantifiers are bounded, so the search is linear. */
  private static final List<Pattern> ENGLISH =
      List.of(
          text("content[ _-]?(?:polic(?:y|ies)|violations?|moderation|filter(?:s|ed|ing)?|safety)"),
          text("content (?:guidelines?|standards|checker|reviews?|inspection|audit)"),
          text(
              "(?:usage|community|acceptable use|safety) (?:polic(?:y|ies)|guidelines?|standards)"),
          text(
              "violat\\w{0,8}\\b.{0,80}?"
                  + "(?<!rate limit |rate-limit |quota |billing |network |retention |cors )"
                  + "\\b(?:polic(?:y|ies)|guidelines?)"),
          text("guideline violations?|violation of (?:our|the) (?:terms|guidelines?)"),
          text(
              "(?:against|comply with|breach(?:es)?) (?:our|the) (?:\\w{1,20}"
                  + " )?(?:polic(?:y|ies)|guidelines?)"),
          text(
              "moderat(?:ion|ed)(?! (?:service|api|endpoint|backend|server|request|queue)\\b"
                  + "(?! (?:blocked|rejected|refused|flagged)))"),
          text("guardrails?"),
          text(
              "flagged(?! (?:for (?:retry|too many|spam)|as (?:timed out|stale|a"
                  + " duplicate|duplicate)))"),
          text(
              "inappropriate(?! (?:ioctl|size|format|parameters?|arguments?|value|ratio|duration"
                  + "|length|resolution|type|model|state|status))"),
          text("nsfw"),
          text("risk[ -]control"),
          text(
              "(?:new_)?sensitive"
                  + " (?:content|information|material|words?|topics?|subjects?|elements?"
                  + "|texts?|images?|videos?|audio|prompts?|inputs?|language|persons?|figures?)"),
          text("(?:input|output|image|video|prompt|text) (?:is |are |was )?(?:new_)?sensitive"),
          text("unsafe (?:content|generation|images?|videos?|prompts?|inputs?|outputs?|material)"),
          text(
              "(?:prohibited|disallowed|harmful|offensive|hateful|explicit|sexual|violent|adult"
                  + "|graphic|illegal) (?:content|materials?|imagery)"),
          text("sexually explicit|nudity|child safety"),
          text("(?:prohibited|banned|forbidden|disallowed) (?:words?|terms?|keywords?|topics?)"),
          text("(?:contains?|depicts?|involves?|shows?) minors"),
          text("(?:photorealistic|prominent|real|public) (?:people|persons?|figures?)"),
          text("third[ -]party (?:content|likeness|rights)|copyrighted (?:content|materials?)"),
          text("responsible ai"),
          // The word safety alone may be part of a title or a prompt.
          text(
              "safety (?:systems?|filters?|checks?|checker|reviews?|settings?|reasons?|concerns?"
                  + "|violations?|classifiers?|mechanisms?|rules?|restrictions?|standards|block"
                  + "|moderation|requirements?)(?! (?:timed out|timeout|unavailable|is unavailable"
                  + "|did not respond|failed to|crashed))"),
          text(
              "(?:blocked|rejected|refused|filtered|denied|removed) (?:by|for|due to|because of)"
                  + " (?:our |the |content )?safety"));

  /** Texts in Chinese, which has no boundaries of words. */
  private static final List<Pattern> CHINESE =
      List.of(
          Pattern.compile(
              "(?<![无無未]|没有|沒有|发现|發現|检出|檢出)(?:违规|違規)|(?<!未|没有|沒有)(?:发现|發現|检出|檢出)(?:违规|違規)"),
          Pattern.compile(
              "(?<!账号|帐号|帳號|账户|賬號|企业|企業|实名|實名|资质|資質|身份)(?:审核|審核)"
                  + "(?!中|通过|通過|已通过|服务|服務|接口|超时|超時|排队|排隊|异常|異常)"),
          Pattern.compile("(?<!大小写|大小寫|时间|時間|价格|價格)敏感"),
          Pattern.compile("(?:风控|風控)(?!系统超时|服务|系统异常|超时)"),
          Pattern.compile("违禁|違禁|禁用词|禁用詞|色情|涉黄|涉黃|涉政|血腥|裸露|不当内容|不當內容|内容不合规|內容不合規|内容安全|內容安全"));

  private static final Pattern CAMEL_CASE = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern URL = Pattern.compile("(?i)https?://\\S{1,2000}");

  /** The prompt that a message quotes, as in: prompt "…". */
  private static final Pattern QUOTED_PROMPT =
      Pattern.compile(
          "(?i)(?:\\bprompt|提示词|提示詞)(?: was| is| text)?\\s{0,4}[:=：]?\\s{0,4}"
              + "(?:\"[^\"]{0,4096}\"|'[^']{0,4096}'|“[^”]{0,4096}”|「[^」]{0,4096}」"
              + "|`[^`]{0,4096}`)");

  /** The name of a parameter that a message is about, as in: invalid parameter moderation_level. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)\\b(?:parameters?|fields?|arguments?|options?|property|header)[ :]{1,3}[\"'`]?"
              + "\\w{1,40}_\\w{1,40}");

  /** A word of a text that is a code: with an underscore, or CamelCase of three words or more. */
  private static final Pattern CODE_IN_TEXT =
      Pattern.compile(
          "\\b(?:[A-Z0-9]{2,40}(?:[_.][A-Z0-9]{1,40}){1,10}|[a-z]{2,40}(?:_[a-z]{1,40}){1,10}"
              + "|(?:[A-Z][a-z]{1,40}){3,12})\\b(?!\\.\\w)");

  private ContentViolations() {}

  private static Pattern code(String part) {
    return Pattern.compile("(?:^|_)(?:" + part + ")(?:_|$)");
  }

  private static Pattern text(String words) {
    return Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
  }

  /** Returns whether a code says that content was refused. */
  static boolean isCode(String code) {
    String normalized = normalizeCode(shorten(code));
    return CODES.stream().anyMatch(part -> part.matcher(normalized).find())
        || CHINESE.stream().anyMatch(part -> part.matcher(shorten(code)).find());
  }

  /** Returns whether a message says that content was refused. */
  static boolean isMessage(String message) {
    String text = URL.matcher(shorten(message)).replaceAll(" ");
    String searched =
        PARAMETER.matcher(QUOTED_PROMPT.matcher(text).replaceAll(" ")).replaceAll(" ");
    return ENGLISH.stream().anyMatch(words -> words.matcher(searched).find())
        || CHINESE.stream().anyMatch(words -> words.matcher(searched).find())
        || CODE_IN_TEXT.matcher(searched).results().anyMatch(code -> isCode(code.group()));
  }

  private static String shorten(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
  }

  private static String normalizeCode(String code) {
    String words = CAMEL_CASE.matcher(code).replaceAll("_");
    return SEPARATORS.matcher(words).replaceAll("_").toLowerCase(Locale.ROOT);
  }
}
