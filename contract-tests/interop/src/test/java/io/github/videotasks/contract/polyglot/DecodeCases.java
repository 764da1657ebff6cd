package io.github.videotasks.contract.polyglot;

import io.github.videotasks.contract.testkit.WireCaseFile;
import io.github.videotasks.contract.testkit.WireCaseFile.AcceptedCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The responses that every client has to decode. */
final class DecodeCases {
  private DecodeCases() {}

  /** Kind of a case, which determines its column in the table. */
  enum CaseKind {
    /** An example of a vendor's page. */
    EXAMPLE,
    /** A wire case in which all declared properties conform to the contract. */
    CONFORMING,
    /** A wire case in which a property is absent or has another type than declared. */
    NONCONFORMING
  }

  /**
   * A response to decode.
   *
   * @param kind kind of the case
   * @param name name of the case in reports
   * @param json body of the response
   */
  record DecodeCase(CaseKind kind, String name, String json) {}

  /**
   * Returns the vendors' examples and the wire cases that must be accepted, always in the same
   * order. The few cases that {@link JsonTrees} cannot parse are omitted.
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
