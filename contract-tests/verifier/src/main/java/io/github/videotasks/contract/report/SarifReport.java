package io.github.videotasks.contract.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.contract.provider.VerificationOutcome;
import io.github.videotasks.contract.provider.VerificationOutcome.Status;
import java.util.List;

/**
 * Broken contracts and unreachable hosts as SARIF 2.1.0, which code hosts show beside the vendor's
 * page.
 */
public final class SarifReport {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private SarifReport() {}

  /**
   * {@return the document, ending with a newline}
   *
   * @param outcomes the outcomes, in any order
   * @param version version of the program
   */
  public static String of(List<VerificationOutcome> outcomes, String version) {
    ObjectNode document = JSON.createObjectNode();
    document.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    document.put("version", "2.1.0");
    ObjectNode run = document.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "contract-verifier").put("version", version);
    rule(driver, "contract-broken", "A provider's response breaks a contract.");
    rule(driver, "host-unreachable", "A host sends no complete response.");
    run.putArray("results");
    outcomes.stream()
        .filter(it -> it.status() == Status.FAILED || it.status() == Status.UNREACHABLE)
        .forEach(outcome -> result(run, outcome));
    try {
      return JSON.writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("expected to write JSON to memory", e);
    }
  }

  private static void rule(ObjectNode driver, String id, String text) {
    driver
        .withArrayProperty("rules")
        .addObject()
        .put("id", id)
        .putObject("shortDescription")
        .put("text", text);
  }

  private static void result(ObjectNode run, VerificationOutcome outcome) {
    boolean broken = outcome.status() == Status.FAILED;
    ObjectNode result = run.withArrayProperty("results").addObject();
    result.put("ruleId", broken ? "contract-broken" : "host-unreachable");
    result.put("level", broken ? "error" : "warning");
    result
        .putObject("message")
        .put(
            "text",
            "%s, %s: %s: %s"
                .formatted(
                    outcome.consumer(),
                    outcome.provider(),
                    outcome.interaction(),
                    String.join("; ", outcome.problemLines())));
    if (!outcome.page().isEmpty()) {
      result
          .putArray("locations")
          .addObject()
          .putObject("physicalLocation")
          .putObject("artifactLocation")
          .put("uri", outcome.page());
    }
    result
        .putObject("partialFingerprints")
        .put(
            "interaction/v1",
            outcome.consumer() + "/" + outcome.provider() + "/" + outcome.interaction());
  }
}
