package io.github.videotasks.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.videotasks.spec.Derived;
import io.github.videotasks.spec.diff.Change;
import io.github.videotasks.spec.diff.ContractDiff;
import io.github.videotasks.spec.diff.Impact;
import io.github.videotasks.spec.page.Limits;
import io.github.videotasks.spec.page.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tells in what a fresh derivation differs from the committed files. */
public final class Drift {
  private static final String CONTRACT = "openapi.yaml";

  private final OutputFolder committed;

  public Drift(OutputFolder committed) {
    this.committed = committed;
  }

  /** Gives the changes: those of the contract one by one, of other files by name. */
  public List<Change> changes(Derived derived) throws IOException {
    List<Change> changes = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(derived.files().keySet());
    names.addAll(committed.files());
    for (String name : names) {
      byte[] before = committed.read(name);
      byte[] after = derived.files().get(name);
      if (!Arrays.equals(before, after)) {
        List<Change> found =
            name.equals(CONTRACT)
                ? ContractDiff.between(tree(before), tree(after))
                : List.of(new Change(impact(name), name, what(before, after), "", ""));
        changes.addAll(found.isEmpty() ? List.of(reordered()) : found);
      }
    }
    return changes.stream().sorted().toList();
  }

  private static Change reordered() {
    return new Change(Impact.NONE, CONTRACT, "text changed, meaning did not", "", "");
  }

  /** A new example is evidence even when no schema changed. */
  private static Impact impact(String name) {
    return name.startsWith("examples/") ? Impact.COMPATIBLE : Impact.NONE;
  }

  private static String what(byte @Nullable [] before, byte @Nullable [] after) {
    return before == null ? "added" : after == null ? "removed" : "changed";
  }

  private static JsonNode tree(byte @Nullable [] content) {
    if (content == null) {
      return MissingNode.getInstance();
    }
    String text = new String(content, StandardCharsets.UTF_8);
    List<YamlReader.Tree> trees = new YamlReader(Limits.DEFAULT).read(text, CONTRACT, 1);
    return trees.isEmpty() ? MissingNode.getInstance() : trees.get(0).root();
  }
}
