package io.github.videotasks.spec.edit;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.SourcePaths;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.RejectedInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Derives with a proposed correction, and compares the result with the edited contract. */
final class EditVerification {
  private static final Pattern CONFLICT = Pattern.compile("one schema named ([A-Za-z0-9._-]+),");

  /** The reason that the validator of examples names. */
  private static final Pattern INVALID_EXAMPLE =
      Pattern.compile(
          "expected example \\S+ to be valid against the canonical schema, found: (.*)");

  /** The JSON pointer of the invalid value. */
  private static final Pattern EXAMPLE_PATH = Pattern.compile("found: (/[^:\\s]*):");

  private final EditedContract edited;
  private final EditedContract derived;
  private final EditRefusals refusals;
  private final Set<String> reported = new HashSet<>();

  EditVerification(EditedContract edited, EditedContract derived) {
    this.edited = edited;
    this.derived = derived;
    this.refusals = new EditRefusals(edited.file());
  }

  /**
   * Derives and compares.
   *
   * @param sources the pages with all corrections and the proposed one
   * @throws EditRefusedException when the result is not the edited contract, byte for byte
   */
  void check(SourcePaths sources) throws IOException {
    try {
      DerivationResult result = Derivation.derive(sources);
      result.rejections().forEach(this::refuse);
      refusals.throwIfAny();
      compare(Objects.requireNonNull(result.files().get("openapi.yaml")));
    } catch (RejectedInputException e) {
      refuse(e.finding());
    }
    refusals.throwIfAny();
  }

  /**
   * Compares a derived contract with the edited one.
   *
   * @throws EditRefusedException when they differ
   */
  void compare(byte[] result) {
    if (Arrays.equals(result, edited.text().getBytes(StandardCharsets.UTF_8))) {
      return;
    }
    EditedContract found = EditedContract.parse("openapi.yaml", result);
    List<EditDifferences.Difference> differences = EditDifferences.between(found.root(), edited);
    for (EditDifferences.Difference difference : differences) {
      refusals.add(
          difference.line(),
          difference.message(),
          "No correction yields this line; write what is expected, or undo the edit");
    }
    if (differences.isEmpty()) {
      refusals.add(
          1,
          "expected the bytes that the tool derives, found others",
          "Copy spec/canonical/openapi.yaml again and repeat the edit");
    }
    refusals.throwIfAny();
  }

  /** Attributes a finding of the derivation to a line of the edit. */
  private void refuse(Finding finding) {
    int line = 1;
    Matcher conflict = CONFLICT.matcher(finding.message());
    if (conflict.find() && edited.component(conflict.group(1)).isObject()) {
      line = edited.lines().lineOf(edited.component(conflict.group(1)));
      refusals.add(
          line,
          "expected an edit that fits each place of "
              + conflict.group(1)
              + ", found places that"
              + " differ",
          "Make the places equal, or refer to a component of another name");
      return;
    }
    if (finding.rule().equals("correction-unmatched")) {
      refusals.add(
          lineOfEdit(finding.message()),
          "expected an edit with which the other corrections still match, found "
              + finding.location()
              + ": "
              + finding.message(),
          "Undo the edit, or adapt that correction first");
      return;
    }
    String reason = finding.message();
    Matcher invalid = INVALID_EXAMPLE.matcher(reason);
    if (invalid.matches()) {
      // One edit usually contradicts several examples in the same way; the first is enough.
      reason = "an example, " + invalid.group(1).replaceFirst("^: ", "");
      if (!reported.add(reason)) {
        return;
      }
    }
    refusals.add(
        lineOfEdit(finding.message()),
        "expected an edit that agrees with the pages, found " + finding.location() + ": " + reason,
        "Undo the edit, or correct what the page shows");
  }

  /** Returns the line of the edit that a message about an example is about, else the first. */
  private int lineOfEdit(String message) {
    List<EditDifferences.Difference> edits = EditDifferences.between(derived.root(), edited);
    List<String> names = new ArrayList<>();
    if (message.contains("required property")) {
      names.add("required");
    }
    Matcher path = EXAMPLE_PATH.matcher(message);
    if (path.find()) {
      List<String> steps = new ArrayList<>(List.of(path.group(1).split("/", -1)));
      Collections.reverse(steps);
      names.addAll(steps);
    }
    for (String name : names) {
      for (EditDifferences.Difference edit : edits) {
        if (!name.isEmpty() && (edit.pointer() + "/").contains("/" + name + "/")) {
          return edit.line();
        }
      }
    }
    return edits.isEmpty() ? 1 : edits.get(0).line();
  }
}
