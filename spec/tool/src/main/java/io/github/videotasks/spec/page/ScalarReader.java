package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.videotasks.spec.tree.LexemeNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/** Converts a YAML scalar to a JSON value by the core schema of YAML 1.2. */
final class ScalarReader {
  private static final Pattern JSON_NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final Pattern INTEGER = Pattern.compile("-?[1-9][0-9]*|0");
  private static final Pattern SIGNED_DIGITS = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern HUGE_EXPONENT = Pattern.compile("[eE][+-]?[0-9]{4,}");
  private static final int MAX_NUMBER_LENGTH = 400;

  private static final ScalarResolver RESOLVER = new CoreScalarResolver(false);

  /**
   * Converts a scalar.
   *
   * @param text its value as the page has it
   */
  JsonNode read(ScalarEvent event, String text) {
    String tag = event.getTag().orElse(null);
    if (tag == null) {
      tag = event.isPlain() ? RESOLVER.resolve(text, true).getValue() : Tag.STR.getValue();
    }
    if (tag.equals(Tag.NULL.getValue())) {
      return NullNode.instance;
    }
    if (tag.equals(Tag.BOOL.getValue())) {
      return BooleanNode.valueOf(Boolean.parseBoolean(text));
    }
    boolean number = tag.equals(Tag.INT.getValue()) || tag.equals(Tag.FLOAT.getValue());
    return number && text.length() <= MAX_NUMBER_LENGTH ? toNumber(text) : TextNode.valueOf(text);
  }

  /** Parses a number; keeps the page's digits where they are valid JSON. */
  private static JsonNode toNumber(String text) {
    if (HUGE_EXPONENT.matcher(text).find()) {
      // Written out, such a number could fill the memory; real pages have none.
      return TextNode.valueOf(text);
    }
    if (JSON_NUMBER.matcher(text).matches()) {
      return INTEGER.matcher(text).matches()
          ? toInteger(new BigInteger(text))
          : new LexemeNode(text);
    }
    return toNonJsonNumber(text);
  }

  /** Parses a YAML number that is not a JSON number: {@code 0x1F}, {@code +1}, {@code .5}. */
  private static JsonNode toNonJsonNumber(String text) {
    try {
      if (text.startsWith("0x")) {
        return toInteger(new BigInteger(text.substring(2), 16));
      }
      if (text.startsWith("0o")) {
        return toInteger(new BigInteger(text.substring(2), 8));
      }
      return SIGNED_DIGITS.matcher(text).matches()
          ? toInteger(new BigInteger(text))
          : new LexemeNode(new BigDecimal(text).toString());
    } catch (NumberFormatException infinite) {
      // .inf and .nan: JSON has no such number, so the page's text is kept.
      return TextNode.valueOf(text);
    }
  }

  private static JsonNode toInteger(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      return IntNode.valueOf(value.intValue());
    }
    return value.bitLength() < Long.SIZE
        ? LongNode.valueOf(value.longValue())
        : BigIntegerNode.valueOf(value);
  }
}
