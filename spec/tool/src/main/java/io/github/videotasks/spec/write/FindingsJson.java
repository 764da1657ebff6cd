package io.github.videotasks.spec.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.List;
import java.util.Locale;

/** Writes {@code findings.json}, the machine-readable list of findings. */
public final class FindingsJson {
  private FindingsJson() {}

  /** Returns the content: a list of objects with rule, severity, file, line, message and action. */
  public static byte[] write(List<Finding> findings) {
    ArrayNode all = JsonNodes.array();
    for (Finding finding : findings) {
      ObjectNode entry = all.addObject();
      entry.put("rule", finding.rule());
      entry.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
      entry.put("file", finding.location().file());
      entry.put("line", finding.location().line());
      entry.put("message", finding.message());
      entry.put("action", finding.action());
    }
    return JsonNodes.pretty(all);
  }
}
