package io.github.videotasks.spec.waiting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.attention.StatusTable;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.write.CanonicalYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Derives the document that says how to wait for a task of the contract. */
public final class WaitingFiles {
  /** The name of the Arazzo document. */
  public static final String ARAZZO = "wait-for-video.arazzo.yaml";

  private WaitingFiles() {}

  /**
   * Derives the document.
   *
   * @param folder the folder with {@code waiting.yaml}; null when there is none
   * @param table the status values; null when there are none
   * @param contract the canonical contract
   * @return the content by the name of the file; empty when the rules or the table are missing, or
   *     no operation returns a task
   * @throws RejectedInputException when {@code waiting.yaml} is not valid; the finding has the line
   * @throws IOException when it cannot be read
   */
  public static Map<String, byte[]> derive(
      @Nullable Path folder, @Nullable StatusTable table, ObjectNode contract) throws IOException {
    Path file = folder == null ? null : folder.resolve(WaitRules.FILE);
    if (file == null || table == null || !Files.isRegularFile(file)) {
      return Map.of();
    }
    ObjectNode arazzo = new ArazzoDocument(WaitRules.read(file), table).of(contract);
    return arazzo.path("workflows").isEmpty()
        ? Map.of()
        : Map.of(ARAZZO, CanonicalYaml.serialize(arazzo));
  }
}
