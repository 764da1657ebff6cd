package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.List;
import java.util.Locale;

/** The operations of a document. */
public final class Operations {
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /**
   * One operation as its page has it.
   *
   * @param pathKey the path as the document writes it
   * @param path its path template: the key without query and fragment, which tell apart operations
   *     that a page lists twice
   * @param method its method in capitals
   * @param pathItem the path's object, which holds parameters that all its operations share
   * @param node the operation
   */
  public record DeclaredOperation(
      String pathKey, String path, String method, ObjectNode pathItem, ObjectNode node) {}

  private Operations() {}

  /** Gives the operations in the page's order. */
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
                                path.getKey().replaceFirst("[?#].*", ""),
                                e.getKey().toUpperCase(Locale.ROOT),
                                (ObjectNode) path.getValue(),
                                (ObjectNode) e.getValue())))
        .toList();
  }
}
