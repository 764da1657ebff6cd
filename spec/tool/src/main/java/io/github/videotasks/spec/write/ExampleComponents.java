package io.github.videotasks.spec.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.Example;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.merge.MergedOperation;
import io.github.videotasks.spec.merge.SourceContent;
import io.github.videotasks.spec.merge.SourceOperation;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Adds the pages' response examples to the contract: one component for each, and a reference from
 * each media type that shows it. Mock servers, documentation and request collections use them.
 *
 * <p>The values are those of the pages, with their digits; {@code canonical/examples} has the same
 * values as files.
 */
public final class ExampleComponents {
  private static final String COMPONENTS = "#/components/examples/";
  private static final Pattern NOT_IN_KEYS = Pattern.compile("[^A-Za-z0-9._-]");
  private static final Pattern STATUS = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

  // SnakeYAML reads at most 50 levels and 3 MiB of text; the rest of the contract needs its share.
  private static final int MAX_DEPTH = 30;
  private static final int MAX_LENGTH = 100_000;
  private static final int MAX_TOTAL_LENGTH = 1_000_000;

  private final ObjectNode contract;
  private final Findings out;
  private int totalLength;
  private final ObjectNode components = JsonNodes.object();

  private ExampleComponents(ObjectNode contract, Findings out) {
    this.contract = contract;
    this.out = out;
  }

  /**
   * Adds the examples to a contract whose keys are sorted.
   *
   * @param contract the contract after the corrections; changed in place
   * @param operations the operations with their examples, in the order of the contract
   * @param out receives a finding for each example that only the files have
   */
  public static void add(ObjectNode contract, List<MergedOperation> operations, Findings out) {
    ExampleComponents examples = new ExampleComponents(contract, out);
    operations.forEach(examples::add);
    if (!examples.components.isEmpty()) {
      contract.withObjectProperty("components").set("examples", examples.components);
    }
  }

  private void add(MergedOperation operation) {
    JsonNode responses =
        contract
            .path("paths")
            .path(operation.path())
            .path(operation.method().toLowerCase(Locale.ROOT))
            .path("responses");
    for (SourceOperation source : operation.sources()) {
      for (SourceContent content : source.responseContents()) {
        // A correction may have removed the response.
        if (responses.path(content.status()).path("content").path(content.mediaType())
            instanceof ObjectNode media) {
          content.examples().stream()
              .filter(this::isReadable)
              .forEach(example -> reference(media, example));
        }
      }
    }
  }

  /** Returns whether every YAML parser reads the example; reports it otherwise. */
  private boolean isReadable(Example example) {
    String text = JsonNodes.compact(example.value());
    String problem = null;
    if (depth(example.value()) > MAX_DEPTH) {
      problem = "at most " + MAX_DEPTH + " levels of nesting, found more";
    } else if (text.indexOf('\u2028') >= 0 || text.indexOf('\u2029') >= 0) {
      problem = "no Unicode line separator, found one";
    } else if (text.length() > MAX_LENGTH) {
      problem = "at most " + MAX_LENGTH + " characters, found " + text.length();
    } else if (totalLength + text.length() > MAX_TOTAL_LENGTH) {
      problem = "at most " + MAX_TOTAL_LENGTH + " characters of all examples, found more";
    }
    if (problem == null) {
      totalLength += text.length();
      return true;
    }
    out.add(
        example
            .document()
            .info(
                "example-file-only",
                example.location(),
                "expected an example of " + problem,
                "Left out of openapi.yaml; examples/ has it"));
    return false;
  }

  private static int depth(JsonNode value) {
    int deepest = 0;
    for (JsonNode child : value) {
      deepest = Math.max(deepest, depth(child));
    }
    return value.isContainerNode() ? deepest + 1 : 0;
  }

  private void reference(ObjectNode media, Example example) {
    String name = addComponent(example);
    media.withObjectProperty("examples").putObject(name).put("$ref", COMPONENTS + name);
  }

  private String addComponent(Example example) {
    String status = status(example);
    String base =
        NOT_IN_KEYS.matcher(example.id()).replaceAll("-") + (status.isEmpty() ? "" : "-" + status);
    String name = base;
    for (int n = 2; components.has(name); n++) {
      name = base + "-" + n;
    }
    ObjectNode component = components.putObject(name);
    component.put("summary", summary(example, status));
    component.set("value", example.value());
    component.put("x-source", example.location().toString());
    if (example.isObserved()) {
      component.put("x-origin", "observed");
    }
    return name;
  }

  private static String summary(Example example, String status) {
    String id = example.document().provider().id();
    String provider = example.isObserved() ? id + ", observed" : id;
    return status.isEmpty() ? provider + ", example " + example.number() : provider + ", " + status;
  }

  /** Returns the status value of a task; empty when it is not a plain word. */
  private static String status(Example example) {
    String status = example.value().path("status").asText();
    return STATUS.matcher(status).matches() ? status : "";
  }
}
