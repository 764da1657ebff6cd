package io.github.videotasks.contract.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.http.ReceivedResponse;
import io.github.videotasks.contract.provider.PactInteraction;
import io.github.videotasks.contract.replay.ContractCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingFolderTest {

  private static final String HEADER =
      "{\"recording\":{\"form\":\"contract-verifier 1\",\"provider\":\"chainhub-grok\","
          + "\"dropped\":0}}";

  @TempDir private Path parent;

  private Path path() {
    return parent.resolve("recordings");
  }

  private Path file() {
    return path().resolve("chainhub-grok.ndjson");
  }

  private String write(LiveRecording recording) throws IOException {
    RecordingFolder folder = new RecordingFolder(path());
    folder.prepare("chainhub-grok");
    return folder.write("chainhub-grok", recording);
  }

  private static LiveRecording recording(String... bodies) {
    LiveRecording recording = new LiveRecording(null, InstantSource.fixed(Instant.EPOCH));
    for (String body : bodies) {
      recording.onResponse(
          new PactInteraction("chainhub-grok", "queryVideoTask", "waiting", ""),
          "",
          new ReceivedResponse(
              "GET", "https://h.example/v1", 200, null, null, ByteString.encodeUtf8(body)));
    }
    return recording;
  }

  @Test
  void replacesAnEarlierRecording() throws IOException {
    write(recording("{}", "[]"));

    assertThat(write(recording("[1]")))
        .isEqualTo(
            "Recorded 1 responses, masked, in %s. Read it before you send it to anybody.", file());
    assertThat(Files.readAllLines(file())).hasSize(2).first().isEqualTo(HEADER);
    assertThat(path()).isDirectoryContaining(file()::equals);
  }

  @Test
  void keepsAnEarlierRecordingWhenThereIsNothingToRecord() throws IOException {
    write(recording("{}"));

    assertThat(write(recording())).isEqualTo("Recorded nothing: there was no response to record.");
    assertThat(Files.readAllLines(file())).hasSize(2);
  }

  @Test
  void acceptsAndReplacesWhatAKilledProcessLeft() throws IOException {
    write(recording("{}"));
    Path unfinished = path().resolve(".chainhub-grok.ndjson.tmp");
    Files.writeString(unfinished, HEADER + "\n{\"inter");

    assertThat(new RecordingFolder(path()).recordings()).containsExactly(file());
    write(recording("{}", "{}"));

    assertThat(unfinished).doesNotExist();
    assertThat(Files.readAllLines(file())).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"notes.txt,a", "other.ndjson,'{\"at\":1}'", ".hidden,''"})
  void refusesFolderWithOtherFiles(String name, String content) throws IOException {
    Files.createDirectories(path());
    Files.writeString(path().resolve(name), content);

    assertThatThrownBy(() -> write(recording("{}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected an empty folder or one of recordings, found %s in %s. Pass another folder.",
            name, path());
    assertThat(path().resolve(name)).hasContent(content);
  }

  @Test
  void refusesSymbolicLink() throws IOException {
    Path target = Files.writeString(parent.resolve("target"), HEADER);
    Files.createDirectories(path());
    Files.createSymbolicLink(path().resolve(".chainhub-grok.ndjson.tmp"), target);

    assertThatThrownBy(() -> write(recording("{}"))).isInstanceOf(IllegalArgumentException.class);
    assertThat(target).hasContent(HEADER);
  }

  @Test
  void refusesFile() throws IOException {
    Files.writeString(path(), "a");

    assertThatThrownBy(() -> write(recording("{}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a folder, cannot create or read %s: FileAlreadyExistsException", path());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"at\":1} | :1: expected a recording of 'verify --record', found something else",
        "HEADER;{ | :2: expected a line of JSON with at most 20100 values, found something else",
        "HEADER;{'interaction':{}} | :2: expected the property response, found something else",
        "HEADER;{'interaction':{},'response':{'status':99}}"
            + " | :2: expected a status code from 200 to 599, found something else",
        "HEADER;{'interaction':{},'response':{'status':200}}"
            + " | :2: expected an operation, found something else",
        "HEADER;{'interaction':{'operation':'queryVideoTask','state':'x'},'response':{'status':200}}"
            + " | :2: expected one of the operations of the contract and its states [",
      })
  void refusesOtherContent(String content, String message) throws IOException {
    Files.createDirectories(path());
    Files.writeString(
        file(), content.replace("HEADER", HEADER).replace(';', '\n').replace('\'', '"'));

    assertThatThrownBy(() -> read()).isInstanceOf(IOException.class).hasMessageContaining(message);
  }

  @Test
  void refusesToReadLinkAndFolder() throws IOException {
    String message = "%s: expected the file of a recording, found a folder, a link or a pipe";
    Path target = Files.writeString(parent.resolve("target"), HEADER);
    Files.createDirectories(path());
    Files.createSymbolicLink(file(), target);
    assertThatThrownBy(() -> read()).isInstanceOf(IOException.class).hasMessage(message, file());

    Files.delete(file());
    Files.createDirectory(file());
    assertThatThrownBy(() -> read()).isInstanceOf(IOException.class).hasMessage(message, file());
  }

  @Test
  void refusesRecordingOfAnUnknownProvider() throws IOException {
    Files.createDirectories(path());
    Files.writeString(file(), HEADER.replace("chainhub-grok", "acme"));

    assertThatThrownBy(() -> read())
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(
            "chainhub-grok.ndjson:1: expected a recording of one of [chainhub-grok,");
  }

  /**
   * A file that is cut at any byte, or has another value in the place of any, is read or refused.
   */
  @Test
  void readsOrRefusesEveryDamagedFile() throws IOException {
    write(recording("{\"id\":\"a\",\"progress\":1}"));
    String complete = Files.readString(file());
    ContractCases cases = ContractCases.read(RepositoryLayout.find());
    for (int i = HEADER.length(); i < complete.length(); i++) {
      String rest = complete.substring(i).replaceFirst("^(\"[^\"]*\"|[0-9]+|\\{[^{}]*\\})", "null");
      for (String damaged : List.of(complete.substring(0, i), complete.substring(0, i) + rest)) {
        Files.writeString(file(), damaged);
        Throwable refused =
            catchThrowable(() -> RecordedCases.read(new RecordingFolder(path()), cases));

        assertThat(refused)
            .as(damaged)
            .satisfiesAnyOf(
                it -> assertThat(it).isNull(),
                it -> assertThat(it).isInstanceOf(IOException.class));
      }
    }
  }

  @Test
  void refusesSecondRecordingOfAProvider() throws IOException {
    write(recording("{}"));
    Files.copy(file(), path().resolve("copy.ndjson"));

    assertThatThrownBy(() -> read())
        .isInstanceOf(IOException.class)
        .hasMessage(
            "copy.ndjson:1: expected one recording of each provider, found a second one of"
                + " chainhub-grok");
  }

  @Test
  void refusesFolderWithoutRecording() throws IOException {
    assertThatThrownBy(() -> read())
        .hasMessage("expected a folder of recordings, found none at %s", path());
    Files.createDirectories(path());
    assertThatThrownBy(() -> read())
        .hasMessage("expected a recording of 'verify --record', found none in %s", path());
  }

  private RecordedCases read() throws IOException {
    return RecordedCases.read(
        new RecordingFolder(path()), ContractCases.read(RepositoryLayout.find()));
  }
}
