package io.github.videotasks.spec.edit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.SourcePaths;
import io.github.videotasks.spec.merge.ContractDraft;
import io.github.videotasks.spec.merge.ExtensibleEnum;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import io.github.videotasks.spec.write.CanonicalYaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Turns a hand edit of the derived contract into a correction, an Overlay file.
 *
 * <ol>
 *   <li>The edited file must have the form that the tool writes, and be valid for the rules.
 *   <li>Its components are put back inline, because corrections run before the extraction.
 *   <li>The difference to the draft becomes actions.
 *   <li>A derivation with the correction must yield the edited file, byte for byte.
 * </ol>
 *
 * <p>Each step refuses an edit by line; nothing is written here.
 */
public final class ContractEdit {
  /**
   * The parts of the Overlay file that a person writes.
   *
   * @param fileName the name of the file in the folder of corrections
   * @param title what it corrects
   * @param why the reason; may be empty
   * @param evidence the places that show it; may be empty
   */
  public record OverlayTexts(String fileName, String title, String why, List<String> evidence) {}

  private final SourcePaths sources;
  private final EditedContract derived;
  private final OverlayTexts texts;

  /**
   * Creates an edit.
   *
   * @param sources the pages and corrections
   * @param derived the contract that is derived from them
   * @param texts the texts of the Overlay file
   */
  public ContractEdit(SourcePaths sources, byte[] derived, OverlayTexts texts) {
    this.sources = sources;
    this.derived = EditedContract.parse("openapi.yaml", derived);
    this.texts = texts;
  }

  /**
   * Returns an Overlay file that yields an edited contract.
   *
   * @param file the name of the edited file in messages
   * @param content its content, which differs from the derived contract
   * @return the file, in YAML
   * @throws EditRefusedException when no correction yields the content; names each line
   * @throws IOException when a file cannot be read
   */
  public byte[] toOverlay(String file, byte[] content) throws IOException {
    EditedContract edited = EditedContract.parse(file, content);
    EditedForm.check(edited, derived);
    EditedContractRules.check(edited, derived);
    checkFixedParts(edited);

    ArrayNode actions = renamings(edited);
    if (actions.isEmpty()) {
      actions = difference(sources, edited);
    } else {
      try (CorrectionSandbox renamed = sandbox(actions)) {
        actions.addAll(difference(renamed.sources(), edited));
      }
    }
    EditVerification verification = new EditVerification(edited, derived);
    if (actions.isEmpty()) {
      verification.compare(derived.text().getBytes(StandardCharsets.UTF_8));
    }
    try (CorrectionSandbox corrected = sandbox(actions)) {
      verification.check(corrected.sources());
    }
    return overlay(actions);
  }

  /** The version and the examples do not depend on corrections. */
  private void checkFixedParts(EditedContract edited) {
    EditRefusals refusals = new EditRefusals(edited.file());
    for (EditDifferences.Difference edit : EditDifferences.between(derived.root(), edited)) {
      if (edit.pointer().equals("/openapi")) {
        refusals.add(edit.line(), edit.message(), "Restore it; the tool writes this version");
      } else if (edit.pointer().startsWith("/components/examples")) {
        refusals.add(
            edit.line(),
            edit.message(),
            "Restore it; a correction cannot change what a page shows");
      }
    }
    refusals.throwIfAny();
  }

  private ArrayNode renamings(EditedContract edited) throws IOException {
    OverlayActions actions = new OverlayActions();
    ContractDraft draft = sortedDraft(sources);
    NameDifference.add(
        draft.root(), InlineContract.of(draft.root(), derived, edited).root(), actions);
    return actions.toArray();
  }

  private ArrayNode difference(SourcePaths from, EditedContract edited) throws IOException {
    ContractDraft draft = sortedDraft(from);
    InlineContract inline = InlineContract.of(draft.root(), derived, edited);
    return TreeDifference.between(draft, derived, inline.root(), inline.copies());
  }

  private static ContractDraft sortedDraft(SourcePaths from) throws IOException {
    ContractDraft draft = Derivation.correctedDraft(from);
    CanonicalYaml.sortKeys(draft.root());
    OpenApiWalker.walkDocument(
        draft.root(),
        (kind, node, pointer) -> {
          if (kind == OpenApiObject.SCHEMA) {
            ExtensibleEnum.removeDuplicates(node);
          }
        });
    return draft;
  }

  private CorrectionSandbox sandbox(ArrayNode actions) throws IOException {
    return CorrectionSandbox.create(sources, texts.fileName(), overlay(actions));
  }

  private byte[] overlay(ArrayNode actions) {
    return OverlayFile.write(texts.title(), texts.why(), texts.evidence(), actions);
  }
}
