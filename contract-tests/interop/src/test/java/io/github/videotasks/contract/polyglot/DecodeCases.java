package io.github.videotasks.contract.polyglot;

import io.github.videotasks.contract.testkit.WireCaseFile;
import io.github.videotasks.contract.testkit.WireCaseFile.AcceptedCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The responses that every client has to decode, and those that it has to reject. */
final class DecodeCases {
  private DecodeCases() {}

  /** Kind of a case, which determines its column in the table. */
  enum CaseKind {
    /** An example of a vendor's page. */
    EXAMPLE,
    /** A wire case in which all declared properties conform to the contract. */
    CONFORMING,
    /** A wire case in which a property is absent or has another type than declared. */
    NONCONFORMING,
    /** A wire case that is not one JSON object. */
    REJECTED
  }

  /**
   * A response to decode, or to reject.
   *
   * @param kind kind of the case
   * @param topic topic of the wire case; {@code examples} for an example
   * @param name name of the case in reports
   * @param json body of the response
   */
  record DecodeCase(CaseKind kind, String topic, String name, String json) {}

  /**
   * Returns the vendors' examples and the wire cases that must be accepted, always in the same
   * order. The few cases that {@link JsonTrees} cannot parse are omitted.
   */
  static List<DecodeCase> all(Path examples) throws IOException {
    List<DecodeCase> cases = new ArrayList<>(examples(examples));
    WireCaseFile.byTopic().forEach((topic, file) -> cases.addAll(accepted(topic, file)));
    return cases.stream().filter(each -> JsonTrees.isReadable(each.json())).toList();
  }

  private static List<DecodeCase> accepted(String topic, WireCaseFile file) {
    return Stream.ofNullable(file.accepts())
        .flatMap(List::stream)
        .map(each -> new DecodeCase(kindOf(each), topic, each.name(), each.json()))
        .toList();
  }

  private static CaseKind kindOf(AcceptedCase each) {
    return each.mismatches().isEmpty() ? CaseKind.CONFORMING : CaseKind.NONCONFORMING;
  }

  /** Returns the wire cases that must be rejected, always in the same order. */
  static List<DecodeCase> rejected() throws IOException {
    List<DecodeCase> cases = new ArrayList<>();
    WireCaseFile.byTopic()
        .forEach(
            (topic, file) ->
                Stream.ofNullable(file.rejects())
                    .flatMap(List::stream)
                    .map(it -> new DecodeCase(CaseKind.REJECTED, topic, it.name(), it.json()))
                    .forEach(cases::add));
    return cases;
  }

  private static List<DecodeCase> examples(Path folder) throws IOException {
    List<DecodeCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder, 2)) {
      for (Path file : files.sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (name.matches(".+/\\d+\\.json")) {
          cases.add(new DecodeCase(CaseKind.EXAMPLE, "examples", name, Files.readString(file)));
        }
      }
    }
    return cases;
  }
}
