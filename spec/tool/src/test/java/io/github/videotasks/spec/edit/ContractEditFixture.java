package io.github.videotasks.spec.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.SourcePaths;
import io.github.videotasks.spec.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the pages and corrections of this repository. */
final class ContractEditFixture {
  private static final String OVERLAY = "080-edit.overlay.yaml";

  private final Path folder;
  private final String contract;

  private ContractEditFixture(Path folder, String contract) {
    this.folder = folder;
    this.contract = contract;
  }

  /**
   * The result of an edit.
   *
   * @param overlay the correction; empty when the edit was refused
   * @param refusals the refused lines
   */
  record EditOutcome(String overlay, List<Finding> refusals) {
    boolean isAccepted() {
      return refusals.isEmpty();
    }
  }

  static ContractEditFixture in(Path folder) throws IOException {
    for (String part : List.of("pages", "corrections")) {
      Files.createDirectories(folder.resolve(part));
      try (Stream<Path> files = Files.list(Path.of("..").resolve(part))) {
        for (Path file : files.toList()) {
          Files.copy(file, folder.resolve(part).resolve(file.getFileName()));
        }
      }
    }
    Files.copy(Path.of("../providers.yaml"), folder.resolve("providers.yaml"));
    return new ContractEditFixture(folder, derive(folder));
  }

  private static String derive(Path folder) throws IOException {
    return new String(Derivation.derive(SourcePaths.of(folder)).files().get("openapi.yaml"), UTF_8);
  }

  String contract() {
    return contract;
  }

  EditOutcome correct(String edited) throws IOException {
    ContractEdit.OverlayTexts texts =
        new ContractEdit.OverlayTexts(OVERLAY, "An edit", "A test.", List.of("a test"));
    try {
      byte[] overlay =
          new ContractEdit(SourcePaths.of(folder), contract.getBytes(UTF_8), texts)
              .toOverlay("edited.yaml", edited.getBytes(UTF_8));
      return new EditOutcome(new String(overlay, UTF_8), List.of());
    } catch (EditRefusedException e) {
      return new EditOutcome("", e.findings());
    }
  }

  /** Derives with an Overlay file among the corrections. */
  String deriveWith(String overlay) throws IOException {
    Path file = folder.resolve("corrections").resolve(OVERLAY);
    Files.writeString(file, overlay);
    try {
      return derive(folder);
    } finally {
      Files.delete(file);
    }
  }
}
