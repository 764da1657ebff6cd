package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.evidence.FieldEvidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One path and method with everything that any page says about it. */
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

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  /** Gives the pages' own operations, in the order of the pages. */
  public List<SourceOperation> sources() {
    return sources;
  }

  /** Gives the parameters by place and name. */
  public Map<String, MergedParameter> parameters() {
    return parameters;
  }

  /** Gives the shape of the request body by media type. */
  public Map<String, FieldEvidence> body() {
    return body;
  }

  /** Gives whether every page that has a body requires it. */
  public boolean bodyRequired() {
    return bodyCount > 0 && bodyCount == requiredBodyCount && bodyCount == sources.size();
  }

  void countBody(boolean required) {
    bodyCount++;
    requiredBodyCount += required ? 1 : 0;
  }

  /** Gives what the pages say of the request body. */
  TextVariants bodyDescriptions() {
    return bodyDescriptions;
  }

  /** Gives what the pages say of an answer. */
  TextVariants responseDescriptions(String status) {
    return responseDescriptions.computeIfAbsent(status, s -> new TextVariants());
  }

  /** Gives the shape of the answer by status and media type. */
  public Map<String, Map<String, FieldEvidence>> responses() {
    return responses;
  }

  /** Gives the ids of the providers that offer the operation. */
  public List<String> providerIds() {
    return sources.stream().map(s -> s.document().provider().id()).distinct().sorted().toList();
  }

  /** Gives {@code getV1VideoQuery} for {@code GET /v1/video/query}. */
  public String derivedId() {
    StringBuilder id = new StringBuilder(method.toLowerCase(Locale.ROOT));
    for (String word : path.split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return id.toString();
  }

  /** Gives the first part of the path that is no version, such as {@code videos}. */
  public String derivedTag() {
    for (String word : path.split("/", -1)) {
      if (!word.isEmpty() && !word.matches("v\\d+") && !word.startsWith("{")) {
        return word.replaceAll("[^\\p{L}\\p{N}_-]", "");
      }
    }
    return "default";
  }
}
