package io.github.videotasks.spec.observe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints drift for people, and as JSON. */
final class DriftReport {
  private DriftReport() {}

  static String text(TrafficObservation seen) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        count(seen.readRecords(), "record")
            + " read, "
            + number(seen.comparedRecords())
            + " compared, "
            + number(seen.otherHosts())
            + " of other hosts.");
    seen.notes().forEach(note -> line(text, note));
    seen.unknownOperations()
        .forEach(
            (name, n) -> line(text, "not in the contract: " + name + ", " + count(n, "record")));
    DriftCollector drift = seen.drift();
    if (seen.isWithoutKnownHost()) {
      line(
          text,
          "Nothing was compared: expected a record of a host of providers.yaml, found none. Name"
              + " the host: --host HOST");
      return text.toString();
    }
    if (drift.drifted() == 0) {
      line(text, "No drift.");
      return text.toString();
    }
    line(
        text,
        "Drift: "
            + count(drift.entries().size(), "place")
            + " in "
            + count(drift.drifted(), "record")
            + ".");
    drift.entries().forEach(entry -> add(text, entry));
    if (drift.more() > 0) {
      line(text, "and " + count(drift.more(), "more sighting") + " at other places");
    }
    return text.toString();
  }

  private static void add(StringBuilder text, DriftEntry entry) {
    line(text, "");
    line(text, entry.key().toString());
    line(
        text,
        "  "
            + count(entry.count(), "record")
            + seen(entry.first(), entry.last())
            + (entry.providers().isEmpty() ? "" : ", " + String.join(" ", entry.providers()))
            + ", first at "
            + entry.firstPlace());
    if (!entry.sample().isEmpty()) {
      line(text, "  sample: " + entry.sample());
    }
  }

  private static String seen(@Nullable Instant first, @Nullable Instant last) {
    return first == null || last == null
        ? ", time not recorded"
        : first.equals(last) ? ", seen " + first : ", first seen " + first + ", last seen " + last;
  }

  private static String count(long n, String what) {
    return number(n) + " " + what + (n == 1 ? "" : "s");
  }

  private static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }

  /** Returns the report as JSON; the version of its form is in {@code version}. */
  static byte[] json(TrafficObservation seen) {
    ObjectNode report = JsonNodes.object();
    report.put("version", 1);
    report.put("read", seen.readRecords());
    report.put("compared", seen.comparedRecords());
    report.put("otherHosts", seen.otherHosts());
    seen.notes().forEach(report.putArray("notes")::add);
    ObjectNode unknown = report.putObject("unknownOperations");
    seen.unknownOperations().forEach(unknown::put);
    report.put("drifted", seen.drift().drifted());
    for (DriftEntry entry : seen.drift().entries()) {
      ObjectNode drift = report.withArrayProperty("drift").addObject();
      drift.put("kind", entry.key().kind().label());
      drift.put("operation", entry.key().operation());
      drift.put("path", entry.key().path());
      drift.put("what", entry.key().what());
      drift.put("records", entry.count());
      drift.put("firstSeen", entry.first() == null ? null : String.valueOf(entry.first()));
      drift.put("lastSeen", entry.last() == null ? null : String.valueOf(entry.last()));
      entry.providers().forEach(drift.putArray("providers")::add);
      drift.put("firstPlace", entry.firstPlace());
      drift.put("sample", entry.sample());
    }
    return JsonNodes.pretty(report);
  }
}
