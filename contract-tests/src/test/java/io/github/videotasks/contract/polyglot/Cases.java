package io.github.videotasks.contract.polyglot;

import io.github.videotasks.contract.generated.WireCases;
import io.github.videotasks.contract.generated.WireCases.Accepted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The answers that every client is given. */
final class Cases {
  private Cases() {}

  /** Which figure of the table a case counts for. */
  enum Kind {
    /** A vendor's example. */
    EXAMPLE,
    /** A wire case in which every declared member is as declared. */
    DECLARED,
    /** A wire case in which some member is absent, or of another type than declared. */
    ODD
  }

  /**
   * One answer.
   *
   * @param name for people
   * @param json its text
   */
  record Case(Kind kind, String name, String json) {}

  /**
   * The vendors' examples, then the wire cases that must be read; the same order always. Without
   * the few that what compares the results cannot read itself.
   */
  static List<Case> all(Path examples) throws IOException {
    List<Case> cases = new ArrayList<>(examples(examples));
    for (WireCases file : WireCases.all()) {
      for (Accepted each : Stream.ofNullable(file.accepts()).flatMap(List::stream).toList()) {
        Kind kind = each.mismatches().isEmpty() ? Kind.DECLARED : Kind.ODD;
        cases.add(new Case(kind, each.name(), each.json()));
      }
    }
    return cases.stream().filter(each -> Json.reads(each.json())).toList();
  }

  private static List<Case> examples(Path folder) throws IOException {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder, 2)) {
      for (Path file : files.sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (name.matches(".+/\\d+\\.json")) {
          cases.add(new Case(Kind.EXAMPLE, name, Files.readString(file)));
        }
      }
    }
    return cases;
  }
}
