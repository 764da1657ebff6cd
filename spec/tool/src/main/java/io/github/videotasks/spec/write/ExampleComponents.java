package io.github.videotasks.spec.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.Example;
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

  private final ObjectNode contract;
  private final ObjectNode components = JsonNodes.object();

  private ExampleComponents(ObjectNode contract, Findings out) {
    this.contract = contract;
  }

  /**
   * Adds the examples to a contract whose keys are sorted.
   *
   * @param contract the contract after the corrections; changed in place
   * @param operations the operations with their examples, in the order of the contract
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
          content.examples().forEach(example -> reference(media, example));
        }
      }
    }
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
    return name;
  }

  private static String summary(Example example, String status) {
    String provider = example.document().provider().id();
    return status.isEmpty() ? provider + ", example " + example.number() : provider + ", " + status;
  }

  /** Returns the status value of a task; empty when it is not a plain word. */
  private static String status(Example example) {
    String status = example.value().path("status").asText();
    return STATUS.matcher(status).matches() ? status : "";
  }
}
