package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.LineNumbers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Builds the tree of one YAML document from parser events, with its own stack and limits.
 *
 * <p>The composer of SnakeYAML Engine would recurse (a deep document overflows the stack) and
 * expand aliases before they can be counted; here both are checked at each event.
 */
final class YamlTreeBuilder {
  private static final Set<String> JSON_TAGS =
      Set.of(
          "!",
          "tag:yaml.org,2002:str",
          "tag:yaml.org,2002:int",
          "tag:yaml.org,2002:float",
          "tag:yaml.org,2002:bool",
          "tag:yaml.org,2002:null",
          "tag:yaml.org,2002:map",
          "tag:yaml.org,2002:seq");

  private static final String STANDARD_TAG = "tag:yaml.org,2002:";

  /** Other tags of YAML's own types; a tag such as {@code !!javax.Type} requests an object. */
  private static final Set<String> PLAIN_TAGS =
      Set.of(
          STANDARD_TAG + "binary",
          STANDARD_TAG + "timestamp",
          STANDARD_TAG + "set",
          STANDARD_TAG + "omap",
          STANDARD_TAG + "pairs",
          STANDARD_TAG + "merge",
          STANDARD_TAG + "value");

  /** An anchored value and its number of values, including itself. */
  private record AnchoredNode(JsonNode node, int size) {}

  private static final class Frame {
    final ContainerNode<?> node;
    final @Nullable String anchor;
    @Nullable String key;
    boolean hasMergeKey;
    boolean isKey;
    boolean skipsValue;
    int keyLine;
    int size = 1;

    Frame(ContainerNode<?> node, @Nullable String anchor) {
      this.node = node;
      this.anchor = anchor;
    }

    boolean expectsKey() {
      return node instanceof ObjectNode && key == null && !skipsValue;
    }
  }

  private final String file;
  private final int firstLine;
  private final YamlLimits limits;
  private final UnaryOperator<String> restore;
  private final ScalarReader scalars = new ScalarReader();
  private final Deque<Frame> stack = new ArrayDeque<>();
  private final Map<String, AnchoredNode> anchors = new HashMap<>();
  private final LineNumbers lines = new LineNumbers();
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable JsonNode root;
  private int nodeCount;

  /**
   * Creates a builder.
   *
   * @param restore returns a scalar or a name of the parser as the page has it
   */
  YamlTreeBuilder(String file, int firstLine, YamlLimits limits, UnaryOperator<String> restore) {
    this.file = file;
    this.firstLine = firstLine;
    this.limits = limits;
    this.restore = restore;
  }

  /** Returns the complete tree; null for a document without content. */
  @Nullable JsonNode root() {
    return root;
  }

  LineNumbers lines() {
    return lines;
  }

  /** Returns what was read in another way than written. */
  List<Finding> findings() {
    return findings;
  }

  void accept(Event event) {
    int line = firstLine + event.getStartMark().map(mark -> mark.getLine()).orElse(0);
    if (event instanceof ScalarEvent scalar) {
      onScalar(scalar, line);
    } else if (event instanceof AliasEvent alias) {
      onAlias(restore.apply(alias.getAlias().getValue()), line);
    } else if (event instanceof CollectionStartEvent start) {
      onCollectionStart(start, line);
    } else if (event.getEventId() == Event.ID.MappingEnd
        || event.getEventId() == Event.ID.SequenceEnd) {
      onCollectionEnd(line);
    }
  }

  private void onScalar(ScalarEvent event, int line) {
    checkTag(event.getTag().orElse(null), line);
    Frame frame = stack.peek();
    String text = restore.apply(event.getValue());
    if (frame != null && frame.expectsKey()) {
      onKey(frame, text, line);
      saveAnchor(anchor(event), TextNode.valueOf(text), 1);
      frame.hasMergeKey |= event.isPlain() && text.equals("<<");
      return;
    }
    JsonNode value = scalars.read(event, text);
    saveAnchor(anchor(event), value, 1);
    attach(value, 1, line);
  }

  private void onKey(Frame frame, String key, int line) {
    if (frame.node.has(key)) {
      throw rejected(
          "duplicate-key",
          line,
          "expected each key once in an object, found '"
              + MessageText.excerpt(key)
              + "' twice, first in "
              + (lines.lineOf(frame.node, key) == line
                  ? "the same line"
                  : "line " + lines.lineOf(frame.node, key)),
          "Keep one of the two");
    }
    frame.key = key;
    frame.keyLine = line;
  }

  private void onAlias(String name, int line) {
    Frame frame = stack.peek();
    AnchoredNode anchored = anchors.get(name);
    if (frame != null && stack.stream().anyMatch(open -> name.equals(open.anchor))) {
      report(
          "unread-yaml",
          line,
          "expected a value that ends, found *" + MessageText.excerpt(name) + " inside itself");
      attach(NullNode.getInstance(), 1, line);
      return;
    }
    if (anchored == null || frame == null) {
      throw rejected(
          "broken-yaml",
          line,
          "expected an alias of a complete anchor, found *" + MessageText.excerpt(name),
          "Write the value out");
    }
    if (frame.expectsKey()) {
      if (anchored.node.isValueNode()) {
        onKey(frame, anchored.node.asText(), line);
      } else {
        skipEntry(frame, line);
      }
      return;
    }
    countNodes(anchored.size, line);
    // An alias becomes a copy: a rule that changes one of them must not change the other.
    attach(lines.copy(anchored.node), anchored.size, line);
  }

  private void onCollectionStart(CollectionStartEvent event, int line) {
    checkTag(event.getTag().orElse(null), line);
    Frame parent = stack.peek();
    boolean isKey = parent != null && parent.expectsKey();
    if (stack.size() >= limits.maxDepth()) {
      throw rejected(
          "too-deep",
          line,
          "expected at most " + limits.maxDepth() + " levels of nesting, found more",
          "Flatten the document");
    }
    ContainerNode<?> node =
        event instanceof MappingStartEvent ? JsonNodes.object() : JsonNodes.array();
    lines.recordStart(node, line);
    countNodes(1, line);
    Frame frame = new Frame(node, anchor(event));
    frame.isKey = isKey;
    stack.push(frame);
  }

  private void onCollectionEnd(int line) {
    Frame done = stack.pop();
    if (done.hasMergeKey && done.node instanceof ObjectNode object) {
      new MergeKey(lines).expand(object);
    }
    saveAnchor(done.anchor, done.node, done.size);
    if (done.isKey && stack.peek() != null) {
      skipEntry(stack.element(), line);
      return;
    }
    attach(done.node, done.size, stack.isEmpty() ? line : lines.lineOf(done.node));
  }

  private void attach(JsonNode value, int size, int line) {
    Frame frame = stack.peek();
    if (frame == null) {
      root = value;
      lines.recordPointers(value);
      return;
    }
    frame.size += size;
    if (frame.skipsValue) {
      frame.skipsValue = false;
    } else if (frame.node instanceof ObjectNode object) {
      String key = frame.key;
      if (key != null) {
        lines.countKey(frame.keyLine);
        object.set(key, value);
        lines.recordKey(object, key, frame.keyLine);
        frame.key = null;
      }
    } else if (frame.node instanceof ArrayNode array) {
      array.add(value);
      lines.recordItem(array, line);
    }
  }

  private void saveAnchor(@Nullable String anchor, JsonNode node, int size) {
    if (anchor != null) {
      anchors.put(anchor, new AnchoredNode(node, size));
    }
  }

  private @Nullable String anchor(NodeEvent event) {
    return event.getAnchor().map(a -> restore.apply(a.getValue())).orElse(null);
  }

  private void countNodes(int more, int line) {
    nodeCount += more;
    if (nodeCount > limits.maxNodes()) {
      throw rejected(
          "too-large",
          line,
          "expected at most " + limits.maxNodes() + " values once aliases are expanded, found more",
          "Split the document, or write fewer aliases");
    }
  }

  /** A key of YAML may be an object or an array; JSON has only strings. */
  private void skipEntry(Frame frame, int line) {
    report("unread-yaml", line, "expected a string as the key, found an object or array");
    frame.skipsValue = true;
  }

  private void checkTag(@Nullable String tag, int line) {
    if (tag == null || JSON_TAGS.contains(tag)) {
      return;
    }
    if (tag.startsWith(STANDARD_TAG) && !PLAIN_TAGS.contains(tag)) {
      throw rejected(
          "odd-tag",
          line,
          "expected plain data, found the YAML tag " + MessageText.excerpt(tag),
          "Remove the tag");
    }
    findings.add(
        new Finding(
            "odd-tag",
            Severity.WARNING,
            new SourceLocation(file, line),
            "expected plain data, found the YAML tag " + MessageText.excerpt(tag),
            "Read the value without the tag"));
  }

  private void report(String rule, int line, String message) {
    findings.add(
        new Finding(
            rule, Severity.WARNING, new SourceLocation(file, line), message, "Left the value out"));
  }

  private RejectedInputException rejected(String rule, int line, String message, String remedy) {
    return new RejectedInputException(rule, new SourceLocation(file, line), message, remedy);
  }
}
