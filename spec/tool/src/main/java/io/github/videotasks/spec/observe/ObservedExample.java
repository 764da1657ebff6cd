package io.github.videotasks.spec.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.write.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A masked response that was recorded and shows what no page does.
 *
 * @param operationId the operation in the contract
 * @param method the HTTP method in upper case
 * @param path the path template
 * @param status the status code
 * @param shows what it shows, one line each
 * @param body the masked body
 */
public record ObservedExample(
    String operationId, String method, String path, int status, List<String> shows, JsonNode body) {
  private static final int HASH = 8;

  /** {@return the name of its file, which is the same for equal bodies of one operation} */
  public String fileName() {
    String fingerprint = JsonNodes.fingerprint(body);
    String hash = Sha256.hex(fingerprint.getBytes(StandardCharsets.UTF_8)).substring(0, HASH);
    String operation = operationId.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    return operation + "-" + status + "-" + hash + ".json";
  }

  /** {@return the content of its file} */
  public byte[] content() {
    ObjectNode file = JsonNodes.object();
    file.put("origin", "observed");
    file.put("method", method);
    file.put("path", path);
    file.put("status", status);
    file.put("mediaType", "application/json");
    shows.forEach(file.putArray("shows")::add);
    file.set("body", body);
    return JsonNodes.pretty(file);
  }
}
