package io.github.videotasks.contract.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the cases of a page whose second example has another status than today. */
class ShownStatesTest {

  @TempDir private Path folder;

  @Test
  void shownFailureReplacesUndocumentedOne() throws IOException {
    assertThat(casesWithSecondStatus("failed"))
        .containsExactly(
            "waiting, shown: a task is waiting",
            "failed, shown: a task has failed",
            "rate-limited, undocumented: a task is polled too often",
            "unauthorised, undocumented: no token is sent",
            "unknown-id, undocumented: no task has this id");
  }

  @Test
  void furtherExampleHasNumberInShortNameOnly() throws IOException {
    assertThat(casesWithSecondStatus("queued"))
        .startsWith("waiting, shown: a task is waiting", "waiting-2, shown: a task is waiting");
  }

  private List<String> casesWithSecondStatus(String status) throws IOException {
    RepositoryLayout original = RepositoryLayout.find();
    RepositoryLayout changed = new RepositoryLayout(folder);
    copy(original.examples(), changed.examples());
    copy(original.undocumentedResponses(), changed.undocumentedResponses());
    Path index = changed.examples().resolve("index.json");
    // The first provider with this status value is chainhub-grok.
    Files.writeString(
        index, Files.readString(index).replaceFirst("\"completed\"", '"' + status + '"'));
    ContractCases cases = ContractCases.read(changed);
    return cases.forProvider(cases.catalogue().provider("chainhub-grok")).stream()
        .map(row -> row.state() + ", " + row.origin().kind() + ": " + row.stateDescription())
        .toList();
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
