package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.evidence.EvidenceCollector;
import io.github.videotasks.spec.evidence.Example;
import io.github.videotasks.spec.evidence.ExampleCollector;
import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.evidence.ObservedFile;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Adds recorded responses to the examples of the operation that their provider's page describes.
 * Each is reported, so that nothing in the contract comes from a recording in silence.
 */
public final class ObservedEvidence {
  private final List<ObservedFile> unused;

  /**
   * Creates the evidence of files; each is used for one operation.
   *
   * @param files the recorded responses
   */
  public ObservedEvidence(List<ObservedFile> files) {
    this.unused = new ArrayList<>(files);
  }

  /**
   * Adds the recorded responses of an operation.
   *
   * @param merged the operation of the contract
   * @param page the page's document
   * @param contents the responses on the page
   * @return the responses on the page, with the recorded ones
   */
  List<SourceContent> addTo(
      MergedOperation merged,
      SpecDocument page,
      List<SourceContent> contents,
      ExampleCollector examples,
      Findings out) {
    List<SourceContent> all = contents;
    for (Iterator<ObservedFile> files = unused.iterator(); files.hasNext(); ) {
      ObservedFile file = files.next();
      if (isOf(file, merged, page)) {
        all = add(file, merged, page, all, examples, out);
        files.remove();
      }
    }
    return all;
  }

  private static boolean isOf(ObservedFile file, MergedOperation merged, SpecDocument page) {
    return file.document().provider().id().equals(page.provider().id())
        && file.method().equals(merged.method())
        && file.path().equals(merged.path());
  }

  private static List<SourceContent> add(
      ObservedFile file,
      MergedOperation merged,
      SpecDocument page,
      List<SourceContent> contents,
      ExampleCollector examples,
      Findings out) {
    Example example = examples.addObserved(file);
    FieldEvidence evidence =
        merged
            .responses()
            .computeIfAbsent(file.status(), s -> new LinkedHashMap<>())
            .computeIfAbsent(file.mediaType(), m -> new FieldEvidence());
    new EvidenceCollector(file.document()).addExample(evidence, example);
    out.add(
        file.document()
            .info(
                "observed-example",
                file.location(),
                "found a recorded response of "
                    + MessageText.excerpt(file.method() + " " + file.path())
                    + " "
                    + file.status()
                    + ", which no page shows",
                "Added as evidence"));
    List<SourceContent> all = new ArrayList<>(contents);
    for (int i = 0; i < all.size(); i++) {
      SourceContent content = all.get(i);
      if (content.status().equals(file.status()) && content.mediaType().equals(file.mediaType())) {
        all.set(i, content.with(example));
        return all;
      }
    }
    all.add(new SourceContent(page, file.status(), file.mediaType(), null, List.of(example)));
    return all;
  }

  /** Reports the files that belong to no operation; call after all operations are merged. */
  void reportUnused(Findings out) {
    for (ObservedFile file : unused) {
      out.add(
          new Finding(
              "observed-file",
              Severity.WARNING,
              file.location(),
              "expected an operation of the provider's page, found "
                  + MessageText.excerpt(file.method() + " " + file.path()),
              "Not used; record it again, or delete the file"));
    }
  }
}
