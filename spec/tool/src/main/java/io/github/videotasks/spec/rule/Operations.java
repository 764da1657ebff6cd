package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The operations of a document. */
public final class Operations {
  static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /**
   * One operation as its page declares it.
   *
   * @param pathKey key of the path in the document
   * @param path path template: the key without query and fragment; these distinguish operations
   *     that a page lists twice
   * @param method HTTP method in upper case
   * @param pathItem path item object, which contains the parameters shared by its operations
   * @param node operation object
   */
  public record DeclaredOperation(
      String pathKey, String path, String method, ObjectNode pathItem, ObjectNode node) {
    /**
     * {@return what distinguishes the URL from others of the same path: the values in the query
     * that are part of it, and the fragment} Empty for most operations.
     */
    public String urlVariant() {
      String pairs =
          QueryStringPair.parse(pathKey).stream()
              .filter(QueryStringPair::isPartOfUrl)
              .map(pair -> pair.name() + "=" + pair.value())
              .collect(Collectors.joining("&"));
      String fragment = pathKey.replaceFirst("^[^#]*", "");
      return (pairs.isEmpty() ? "" : "?" + pairs) + fragment;
    }

    /**
     * {@return the same operation under another path template}
     *
     * @param other a path template
     */
    public DeclaredOperation withPath(String other) {
      return new DeclaredOperation(pathKey, other, method, pathItem, node);
    }
  }

  private static final Pattern METHOD_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private Operations() {}

  /**
   * {@return whether an operationId can be the name of a method in generated code}
   *
   * @param operationId the id that a page declares
   */
  public static boolean isMethodName(String operationId) {
    return METHOD_NAME.matcher(operationId).matches();
  }

  /**
   * {@return the operations in the order of the document}
   *
   * @param document the document; its path items and operations that are not objects are skipped
   */
  public static List<DeclaredOperation> of(SpecDocument document) {
    return document.root().path("paths").properties().stream()
        .filter(path -> path.getValue().isObject())
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .filter(e -> METHODS.contains(e.getKey()) && e.getValue().isObject())
                    .map(
                        e ->
                            new DeclaredOperation(
                                path.getKey(),
                                template(path.getKey()),
                                e.getKey().toUpperCase(Locale.ROOT),
                                (ObjectNode) path.getValue(),
                                (ObjectNode) e.getValue())))
        .toList();
  }

  /**
   * {@return the path template of a key: the key without query and fragment}
   *
   * @param pathKey a key of {@code paths}
   */
  public static String template(String pathKey) {
    return pathKey.replaceFirst("[?#].*", "");
  }
}
