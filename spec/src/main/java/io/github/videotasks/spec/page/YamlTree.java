package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.RefusedException;
import io.github.videotasks.spec.tree.Json;
import io.github.videotasks.spec.tree.Lines;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Builds the tree of one YAML document from its events, with its own stack and its own limits.
 *
 * <p>The engine's composer would recurse (a deep document ends the thread) and expand aliases
 * before anybody can count; here both are checked event by event.
 */
final class YamlTree {
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

  /** An anchored value and how many values it holds, itself included. */
  private record Anchored(JsonNode node, int size) {}

  private static final class Frame {
    final ContainerNode<?> node;
    final @Nullable String anchor;
    @Nullable String key;
    boolean merges;
    int keyLine;
    int size = 1;

    Frame(ContainerNode<?> node, @Nullable String anchor) {
      this.node = node;
      this.anchor = anchor;
    }
  }

  private final String file;
  private final int firstLine;
  private final Limits limits;
  private final ScalarReader scalars = new ScalarReader();
  private final Deque<Frame> open = new ArrayDeque<>();
  private final Map<String, Anchored> anchors = new HashMap<>();
  private final Lines lines = new Lines();
  private @Nullable JsonNode root;
  private int total;

  YamlTree(String file, int firstLine, Limits limits) {
    this.file = file;
    this.firstLine = firstLine;
    this.limits = limits;
  }

  /** Gives the finished tree; null for a document without content. */
  @Nullable JsonNode root() {
    return root;
  }

  Lines lines() {
    return lines;
  }

  void accept(Event event) {
    int line = firstLine + event.getStartMark().map(mark -> mark.getLine()).orElse(0);
    if (event instanceof ScalarEvent scalar) {
      scalar(scalar, line);
    } else if (event instanceof AliasEvent alias) {
      alias(alias.getAlias().getValue(), line);
    } else if (event instanceof CollectionStartEvent start) {
      start(start, line);
    } else if (event.getEventId() == Event.ID.MappingEnd
        || event.getEventId() == Event.ID.SequenceEnd) {
      end(line);
    }
  }

  private void scalar(ScalarEvent event, int line) {
    checkTag(event.getTag().orElse(null), line);
    Frame frame = open.peek();
    if (frame != null && frame.node instanceof ObjectNode && frame.key == null) {
      key(frame, event.getValue(), line);
      frame.merges |= event.isPlain() && event.getValue().equals("<<");
      return;
    }
    JsonNode value = scalars.read(event);
    remember(anchor(event), value, 1);
    place(value, 1, line);
  }

  private void key(Frame frame, String key, int line) {
    if (frame.node.has(key)) {
      throw refused(
          "duplicate-key",
          line,
          "the key '"
              + Texts.shown(key)
              + "' stands twice in one object, first in line "
              + lines.of(frame.node, key),
          "Keep one of the two");
    }
    frame.key = key;
    frame.keyLine = line;
  }

  private void alias(String name, int line) {
    Frame frame = open.peek();
    Anchored anchored = anchors.get(name);
    if (anchored == null || frame == null) {
      throw refused(
          "broken-yaml",
          line,
          "the alias *" + Texts.shown(name) + " names no finished anchor",
          "Write the value out");
    }
    if (frame.node instanceof ObjectNode && frame.key == null) {
      throw refused(
          "broken-yaml", line, "an alias stands where a key was expected", "Write the key out");
    }
    count(anchored.size, line);
    // An alias is a value of its own: a rule that changes one place must not change the other.
    place(lines.copy(anchored.node), anchored.size, line);
  }

  private void start(CollectionStartEvent event, int line) {
    checkTag(event.getTag().orElse(null), line);
    Frame parent = open.peek();
    if (parent != null && parent.node instanceof ObjectNode && parent.key == null) {
      throw refused(
          "broken-yaml",
          line,
          "an object or array stands where a key was expected",
          "Use a text as the key");
    }
    if (open.size() >= limits.depth()) {
      throw refused(
          "too-deep",
          line,
          "expected at most " + limits.depth() + " levels of nesting, found more",
          "Flatten the document");
    }
    ContainerNode<?> node = event instanceof MappingStartEvent ? Json.object() : Json.array();
    lines.start(node, line);
    count(1, line);
    open.push(new Frame(node, anchor(event)));
  }

  private void end(int line) {
    Frame done = open.pop();
    if (done.merges && done.node instanceof ObjectNode object) {
      new MergeKey(lines).expand(object);
    }
    remember(done.anchor, done.node, done.size);
    place(done.node, done.size, open.isEmpty() ? line : lines.of(done.node));
  }

  private void place(JsonNode value, int size, int line) {
    Frame frame = open.peek();
    if (frame == null) {
      root = value;
      return;
    }
    frame.size += size;
    if (frame.node instanceof ObjectNode object) {
      String key = frame.key;
      if (key != null) {
        object.set(key, value);
        lines.field(object, key, frame.keyLine);
        frame.key = null;
      }
    } else if (frame.node instanceof ArrayNode array) {
      array.add(value);
      lines.item(array, line);
    }
  }

  private void remember(@Nullable String anchor, JsonNode node, int size) {
    if (anchor != null) {
      anchors.put(anchor, new Anchored(node, size));
    }
  }

  private static @Nullable String anchor(NodeEvent event) {
    return event.getAnchor().map(a -> a.getValue()).orElse(null);
  }

  private void count(int more, int line) {
    total += more;
    if (total > limits.nodes()) {
      throw refused(
          "too-large",
          line,
          "expected at most " + limits.nodes() + " values once aliases are expanded, found more",
          "Split the document, or write fewer aliases");
    }
  }

  private void checkTag(@Nullable String tag, int line) {
    if (tag != null && !JSON_TAGS.contains(tag)) {
      throw refused(
          "odd-tag",
          line,
          "expected plain data, found the YAML tag " + Texts.shown(tag),
          "Remove the tag");
    }
  }

  private RefusedException refused(String rule, int line, String message, String remedy) {
    return new RefusedException(rule, new Place(file, line), message, remedy);
  }
}
