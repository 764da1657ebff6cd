package io.github.videotasks.spec.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.spec.finding.RejectedInputException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stops a transaction before each of its steps, as a crash or a full disk does. */
class FileTransactionTest {
  private static final Map<String, String> OLD =
      Map.of("a.txt", "old", "b/gone.txt", "old", "b/kept.txt", "same");
  private static final Map<String, String> NEW =
      Map.of("a.txt", "new", "b/kept.txt", "same", "c/d/added.txt", "new");

  /** Ends a run like a killed process: no code of the transaction handles it. */
  private static final class ProcessKilled extends Error {
    private static final long serialVersionUID = 1L;
  }

  @TempDir Path temp;
  private Path folder;
  private final List<String> notices = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();

  @BeforeEach
  void createFolder() {
    folder = temp.resolve("out");
  }

  @Test
  void killedProcessLeavesOldOrNewFilesForTheNextRun() throws IOException {
    int stepCount = countSteps();
    assertThat(steps)
        .containsExactly(
            "plan",
            "folder c",
            "folder c/d",
            "stage a.txt",
            "stage c/d/added.txt",
            "decide",
            "change a.txt",
            "change c/d/added.txt",
            "change b/gone.txt",
            "end");
    int decision = steps.indexOf("decide");
    for (int killed = 0; killed < stepCount; killed++) {
      writeOld();
      int last = killed;
      assertThatThrownBy(() -> replace(stopAt(last, new ProcessKilled())))
          .isInstanceOf(ProcessKilled.class);
      notices.clear();
      FileTransaction.recover(folder, notices::add);
      assertThat(texts()).as(steps.get(killed)).isEqualTo(killed <= decision ? OLD : NEW);
      assertThat(notices).hasSize(killed == 0 ? 0 : 1);
      assertThat(folder.resolve(".spec-tool")).doesNotExist();
      assertThat(folder.resolve("c").toFile().exists()).isEqualTo(killed > decision);
    }
  }

  @Test
  void reportsWhatTheNextRunDid() throws IOException {
    writeOld();
    kill("stage c/d/added.txt");
    FileTransaction.recover(folder, notices::add);
    kill("change c/d/added.txt");
    FileTransaction.begin(folder, notices::add).close();
    assertThat(notices)
        .containsExactly(
            folder
                + ": an earlier run ended before it changed a file; deleted its temporary files.",
            folder + ": an earlier run ended while it changed 3 files; completed the change.");
  }

  /** The second crash is before each step of the completion after the first crash. */
  @Test
  void completesAfterCrashDuringCompletion() throws IOException {
    for (int second = 0; second < 4; second++) {
      writeOld();
      kill("change a.txt");
      TransactionLog log = new TransactionLog(folder, stopAt(second, new ProcessKilled()));
      assertThatThrownBy(log::recover).isInstanceOf(ProcessKilled.class);
      FileTransaction.recover(folder, notices::add);
      assertThat(texts()).isEqualTo(NEW);
    }
  }

  @Test
  void fullDiskLeavesOldFilesAndNothingElse() throws IOException {
    countSteps();
    for (int failed = 0; failed <= steps.indexOf("decide"); failed++) {
      writeOld();
      IOException full = new FileSystemException("x", null, "No space left on device");
      int step = failed;
      assertThatThrownBy(() -> replace(stopAt(step, full))).isSameAs(full);
      assertThat(texts()).isEqualTo(OLD);
      assertThat(folder.resolve(".spec-tool")).doesNotExist();
      assertThat(folder.resolve("c")).doesNotExist();
    }
  }

  @Test
  void reportsErrorAfterDecisionAndCompletesInNextRun() throws IOException {
    writeOld();
    IOException broken = new FileSystemException("x", null, "Input/output error");
    int step = steps("change c/d/added.txt");
    assertThatThrownBy(() -> replace(stopAt(step, broken))).isSameAs(broken);
    assertThat(notices)
        .containsExactly(folder + ": the change is not complete; the next run completes it.");
    FileTransaction.recover(folder, notices::add);
    assertThat(texts()).isEqualTo(NEW);
  }

  @Test
  void completionKeepsFileThatWasEditedAfterTheCrash() throws IOException {
    writeOld();
    kill("change a.txt");
    Files.writeString(folder.resolve("a.txt"), "edited");
    assertThatThrownBy(() -> FileTransaction.recover(folder, notices::add))
        .isInstanceOf(RejectedInputException.class)
        .hasMessageContaining("a.txt: [output-folder] expected the file as it was");
    assertThat(folder.resolve("a.txt")).hasContent("edited");
    Files.delete(folder.resolve("a.txt"));
    FileTransaction.recover(folder, notices::add);
    assertThat(texts()).isEqualTo(NEW);
  }

  @Test
  void ignoresPlanThatWasCutOff() throws IOException {
    writeOld();
    Path work = Files.createDirectories(folder.resolve(".spec-tool"));
    Files.writeString(work.resolve("plan"), "spec-tool transaction 1\nfolder\tb");
    FileTransaction.recover(folder, notices::add);
    assertThat(texts()).isEqualTo(OLD);
  }

  @Test
  void journalOfAnotherToolWritesNothingOutside() throws IOException {
    writeOld();
    Path work = Files.createDirectories(folder.resolve(".spec-tool/new"));
    Files.writeString(work.resolve("0"), "");
    String empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    Files.writeString(
        folder.resolve(".spec-tool/journal"),
        "spec-tool transaction 1\nfile\t-\t" + empty + "\t../outside\nend\n");
    assertThatThrownBy(() -> FileTransaction.recover(folder, notices::add))
        .hasMessageContaining("expected a path below the folder, found '../outside'");
    assertThat(temp.resolve("outside")).doesNotExist();
  }

  @Test
  void secondWriterIsRejectedUntilTheFirstEnds() throws IOException {
    writeOld();
    try (FileTransaction first = begin(TransactionSteps.NONE)) {
      assertThatThrownBy(() -> begin(TransactionSteps.NONE))
          .hasMessageContaining("expected no other process that changes the folder, found one");
      first.write("a.txt", new byte[0]);
    }
    begin(TransactionSteps.NONE).close();
    assertThat(folder.resolve(".spec-tool")).doesNotExist();
  }

  private int countSteps() throws IOException {
    writeOld();
    steps.clear();
    replace(steps::add);
    return steps.size();
  }

  private int steps(String step) throws IOException {
    countSteps();
    writeOld();
    return steps.indexOf(step);
  }

  private void kill(String step) throws IOException {
    int index = steps(step);
    assertThatThrownBy(() -> replace(stopAt(index, new ProcessKilled())))
        .isInstanceOf(ProcessKilled.class);
  }

  /** Throws before the step of this number, counted from 0. */
  private static TransactionSteps stopAt(int number, Throwable failure) {
    int[] next = {0};
    return step -> {
      if (next[0]++ == number) {
        if (failure instanceof IOException e) {
          throw e;
        }
        throw (Error) failure;
      }
    };
  }

  private void replace(TransactionSteps observer) throws IOException {
    try (FileTransaction change = begin(observer)) {
      NEW.forEach((name, text) -> change.write(name, text.getBytes(UTF_8)));
      change.delete("b/gone.txt");
      change.commit();
    }
  }

  private FileTransaction begin(TransactionSteps observer) throws IOException {
    return FileTransaction.begin(folder, notices::add, observer, Duration.ZERO);
  }

  private void writeOld() throws IOException {
    TransactionFiles.deleteAll(folder);
    for (Map.Entry<String, String> file : OLD.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return texts;
  }
}
