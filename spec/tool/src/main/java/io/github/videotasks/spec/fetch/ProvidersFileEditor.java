package io.github.videotasks.spec.fetch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Editor for the text of {@code providers.yaml}. It edits single lines, because a YAML serializer
 * would lose comments and order. Entries must have one key per line, as this class writes them.
 */
final class ProvidersFileEditor {
  private final List<String> lines;

  ProvidersFileEditor(String text) {
    this.lines = new ArrayList<>(text.isBlank() ? List.of("providers:") : text.lines().toList());
  }

  /**
   * Sets properties of a provider's entry; adds the entry when there is none.
   *
   * @param id the id of the provider
   * @param properties values by key, written as quoted text
   */
  ProvidersFileEditor setEntry(String id, Map<String, String> properties) {
    int start = entryStart(id);
    if (start < 0) {
      start = lines.size();
      lines.add("  - id: " + id);
    }
    Map<String, String> remaining = new LinkedHashMap<>(properties);
    int end = start + 1;
    while (end < lines.size() && lines.get(end).startsWith("    ")) {
      String key = lines.get(end).strip().split(":", 2)[0];
      String value = remaining.remove(key);
      if (value != null) {
        lines.set(end, formatLine(key, value));
      }
      end++;
    }
    for (Map.Entry<String, String> property : remaining.entrySet()) {
      lines.add(end++, formatLine(property.getKey(), property.getValue()));
    }
    return this;
  }

  private int entryStart(String id) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().replace("\"", "").equals("- id: " + id)) {
        return i;
      }
    }
    return -1;
  }

  private static String formatLine(String key, String value) {
    return "    " + key + ": \"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }
}
