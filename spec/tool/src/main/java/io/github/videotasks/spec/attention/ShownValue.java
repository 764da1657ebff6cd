package io.github.videotasks.spec.attention;

import io.github.videotasks.spec.finding.SourceLocation;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An example that shows a value.
 *
 * @param provider the provider's id; empty when it is not known
 * @param location file and line of the example; null when they are not known
 */
public record ShownValue(String provider, @Nullable SourceLocation location)
    implements Comparable<ShownValue> {
  private static final Pattern SOURCE = Pattern.compile("(.+?):(\\d{1,9})(?:#(.*))?");
  private static final Comparator<ShownValue> ORDER =
      Comparator.comparing(ShownValue::provider)
          .thenComparing(
              ShownValue::location,
              Comparator.nullsFirst(Comparator.<SourceLocation>naturalOrder()));

  /** Creates one from the extension {@code x-source} of an example. */
  static ShownValue of(String provider, String source) {
    Matcher parts = SOURCE.matcher(source);
    if (!parts.matches()) {
      return new ShownValue(provider, null);
    }
    String pointer = parts.group(3) == null ? "" : parts.group(3);
    return new ShownValue(
        provider, new SourceLocation(parts.group(1), Integer.parseInt(parts.group(2)), pointer));
  }

  @Override
  public int compareTo(ShownValue other) {
    return ORDER.compare(this, other);
  }
}
