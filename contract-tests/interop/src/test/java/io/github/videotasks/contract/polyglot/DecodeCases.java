package io.github.videotasks.contract.polyglot;

import io.github.videotasks.contract.testkit.WireCaseFile;
import io.github.videotasks.contract.testkit.WireCaseFile.AcceptedCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The answers that every client is given. */
final class DecodeCases {
  private DecodeCases() {}

  /** Which figure of the table a case counts for. */
  enum CaseKind {
    /** A vendor's example. */
    EXAMPLE,
    /** A wire case in which every declared member is as declared. */
    CONFORMING,
    /** A wire case in which some member is absent, or of another type than declared. */
    NONCONFORMING
  }

  /**
   * One answer.
   *
   * @param name for people
   * @param json its text
   */
  record DecodeCase(CaseKind kind, String name, String json) {}

  /**
   * The vendors' examples, then the wire cases that must be read; the same order always. Without
   * the few that what compares the results cannot read itself.
   */
  static List<DecodeCase> all(Path examples) throws IOException {
    List<DecodeCase> cases = new ArrayList<>(examples(examples));
    for (WireCaseFile file : WireCaseFile.all()) {
      for (AcceptedCase each : Stream.ofNullable(file.accepts()).flatMap(List::stream).toList()) {
        CaseKind kind = each.mismatches().isEmpty() ? CaseKind.CONFORMING : CaseKind.NONCONFORMING;
        cases.add(new DecodeCase(kind, each.name(), each.json()));
      }
    }
    return cases.stream().filter(each -> JsonTrees.isReadable(each.json())).toList();
  }

  private static List<DecodeCase> examples(Path folder) throws IOException {
    List<DecodeCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder, 2)) {
      for (Path file : files.sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (name.matches(".+/\\d+\\.json")) {
          cases.add(new DecodeCase(CaseKind.EXAMPLE, name, Files.readString(file)));
        }
      }
    }
    return cases;
  }
}
