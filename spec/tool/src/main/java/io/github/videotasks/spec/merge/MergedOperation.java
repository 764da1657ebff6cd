package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.evidence.FieldEvidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One path and method with the declarations and examples of all pages. */
public final class MergedOperation {
  private final String method;
  private final String path;
  private final List<SourceOperation> sources = new ArrayList<>();
  private final Map<String, MergedParameter> parameters = new LinkedHashMap<>();
  private final Map<String, FieldEvidence> body = new LinkedHashMap<>();
  private final Map<String, Map<String, FieldEvidence>> responses = new LinkedHashMap<>();

  private final Map<String, TextVariants> responseDescriptions = new HashMap<>();
  private final TextVariants bodyDescriptions = new TextVariants();
  private int bodyCount;
  private int requiredBodyCount;

  MergedOperation(String method, String path) {
    this.method = method;
    this.path = path;
  }

  /** {@return the HTTP method in upper case} */
  public String method() {
    return method;
  }

  /** {@return the path template} */
  public String path() {
    return path;
  }

  /** {@return the operations of the pages, in the order of the pages} */
  public List<SourceOperation> sources() {
    return sources;
  }

  /** {@return the parameters by location and name, such as {@code query:id}} */
  public Map<String, MergedParameter> parameters() {
    return parameters;
  }

  /** {@return the evidence for the request body by media type} */
  public Map<String, FieldEvidence> body() {
    return body;
  }

  /** {@return whether all pages have a request body and require it} */
  public boolean bodyRequired() {
    return bodyCount > 0 && bodyCount == requiredBodyCount && bodyCount == sources.size();
  }

  void countBody(boolean required) {
    bodyCount++;
    requiredBodyCount += required ? 1 : 0;
  }

  /** Returns the pages' descriptions of the request body. */
  TextVariants bodyDescriptions() {
    return bodyDescriptions;
  }

  /** Returns the pages' descriptions of a response. */
  TextVariants responseDescriptions(String status) {
    return responseDescriptions.computeIfAbsent(status, s -> new TextVariants());
  }

  /** {@return the evidence for the responses by status code and media type} */
  public Map<String, Map<String, FieldEvidence>> responses() {
    return responses;
  }

  /** {@return the ids of the providers that offer the operation} */
  public List<String> providerIds() {
    return sources.stream().map(s -> s.document().provider().id()).distinct().sorted().toList();
  }

  /** {@return {@code getV1VideoQuery} for {@code GET /v1/video/query}} */
  public String derivedId() {
    StringBuilder id = new StringBuilder(method.toLowerCase(Locale.ROOT));
    for (String part : path.split("[^A-Za-z0-9]+", -1)) {
      if (!part.isEmpty()) {
        id.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
      }
    }
    return id.toString();
  }

  /**
   * {@return the first path segment that is not a version or a parameter, such as {@code videos}}
   */
  public String derivedTag() {
    for (String segment : path.split("/", -1)) {
      if (!segment.isEmpty() && !segment.matches("v\\d+") && !segment.startsWith("{")) {
        return segment.replaceAll("[^\\p{L}\\p{N}_-]", "");
      }
    }
    return "default";
  }
}
