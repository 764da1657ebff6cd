package io.github.videotasks.contract.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;

/** Documents of a {@link StubBroker} with the links of a real broker. */
final class HalDocuments {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String ENVIRONMENT = "production";
  private static final String ENVIRONMENT_ID = "7b3b3b0e-5f5a-4a9f-9d0b-2f3c1e2d4a5b";

  private final URI broker;

  HalDocuments(URI broker) {
    this.broker = broker;
  }

  JsonNode root() {
    ObjectNode root = JSON.createObjectNode();
    root.put("about", "a stub on loopback, not a Pact Broker");
    ObjectNode links = root.putObject("_links");
    link(links, "self", "/");
    link(links, "pb:publish-contracts", "/contracts/publish");
    link(links, "pb:pacticipants", "/pacticipants");
    link(links, "pb:pacticipant", "/pacticipants/{pacticipant}");
    link(links, "pb:pacticipant-version", "/pacticipants/{pacticipant}/versions/{version}");
    link(
        links,
        "pb:pacticipant-version-tag",
        "/pacticipants/{pacticipant}/versions/{version}/tags/{tag}");
    link(links, "pb:environments", "/environments");
    link(links, "pb:latest-provider-pacts", "/pacts/provider/{provider}/latest");
    link(
        links, "pb:provider-pacts-for-verification", "/pacts/provider/{provider}/for-verification");
    return root;
  }

  JsonNode published(String consumer) {
    ObjectNode document = JSON.createObjectNode();
    ObjectNode notice = document.putArray("notices").addObject();
    notice.put("type", "success").put("text", "published");
    ObjectNode links = document.putObject("_links");
    link(links, "pb:pacticipant", "/pacticipants/" + consumer).put("name", consumer);
    link(links, "pb:pacticipant-version", "/pacticipants/" + consumer + "/versions/1")
        .put("name", "1");
    links.putArray("pb:pacticipant-version-tags");
    links.putArray("pb:contracts");
    return document;
  }

  JsonNode environments() {
    ObjectNode document = JSON.createObjectNode();
    ObjectNode environment = document.putObject("_embedded").putArray("environments").addObject();
    environment.put("uuid", ENVIRONMENT_ID).put("name", ENVIRONMENT).put("production", true);
    return document;
  }

  JsonNode matrix(boolean deployable) {
    ObjectNode document = JSON.createObjectNode();
    ObjectNode summary = document.putObject("summary");
    summary.put("deployable", deployable).put("reason", "as last recorded");
    summary.put("success", deployable ? 1 : 0).put("failed", deployable ? 0 : 1);
    summary.put("unknown", 0);
    document.putArray("notices");
    document.putArray("matrix");
    return document;
  }

  /** Returns the document of a pacticipant, its version, or a part of the version. */
  JsonNode pacticipant(List<String> path, JsonNode request) {
    String self = "/" + String.join("/", path);
    ObjectNode document = JSON.createObjectNode();
    document.put("name", path.get(path.size() - 1));
    document.put("number", path.get(path.size() - 1));
    ObjectNode links = document.putObject("_links");
    link(links, "self", self);
    if (path.size() == 2) {
      link(links, "pb:version", self + "/versions/{version}");
      link(links, "pb:version-tag", self + "/versions/{version}/tags/{tag}");
      link(links, "pb:branch-version", self + "/branches/{branch}/versions/{version}");
    }
    if (path.size() == 4 && request.isMissingNode()) {
      ArrayNode deployments = links.putArray("pb:record-deployment");
      ObjectNode link = deployments.addObject().put("name", ENVIRONMENT);
      link.put("href", broker + self + "/deployed-versions/environment/" + ENVIRONMENT_ID);
    }
    return document;
  }

  JsonNode pact(JsonNode content, String consumer, String provider) {
    ObjectNode document = content.deepCopy();
    String self = pactPath(consumer, provider);
    ObjectNode links = document.putObject("_links");
    link(links, "self", self);
    link(links, "pb:provider", "/pacticipants/" + provider);
    link(links, "pb:publish-verification-results", self + "/verification-results");
    return document;
  }

  JsonNode latest(String provider, List<String> consumers) {
    ObjectNode document = JSON.createObjectNode();
    ObjectNode links = document.putObject("_links");
    link(links, "self", "/pacts/provider/" + provider + "/latest");
    ArrayNode pacts = links.putArray("pb:pacts");
    for (String consumer : consumers) {
      ObjectNode link = pacts.addObject().put("href", broker + pactPath(consumer, provider));
      link.put("name", consumer).put("title", "Pact between " + consumer + " and " + provider);
    }
    // The older relation, which a broker keeps and the client in Rust follows.
    links.set("pacts", pacts.deepCopy());
    return document;
  }

  JsonNode forVerification(String provider, List<String> consumers) {
    ObjectNode document = JSON.createObjectNode();
    ArrayNode pacts = document.putObject("_embedded").putArray("pacts");
    for (String consumer : consumers) {
      ObjectNode pact = pacts.addObject();
      pact.put("shortDescription", "latest");
      pact.putObject("verificationProperties").putArray("notices");
      ObjectNode self = link(pact.putObject("_links"), "self", pactPath(consumer, provider));
      self.put("name", "Pact between " + consumer + " and " + provider);
    }
    link(document.putObject("_links"), "self", "/pacts/provider/" + provider + "/for-verification");
    return document;
  }

  JsonNode result() {
    ObjectNode document = JSON.createObjectNode();
    document.putArray("notices");
    link(document.putObject("_links"), "self", "/verification-results/1");
    return document;
  }

  private static String pactPath(String consumer, String provider) {
    return "/pacts/provider/" + provider + "/consumer/" + consumer + "/latest";
  }

  private ObjectNode link(ObjectNode links, String relation, String path) {
    ObjectNode link = links.putObject(relation);
    link.put("href", broker + path).put("title", relation).put("templated", path.contains("{"));
    return link;
  }
}
