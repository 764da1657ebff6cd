package io.github.videotasks.contract.cli;

import io.github.videotasks.contract.provider.PactFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The folder of pacts that a command uses: that of {@code --pacts}, or a temporary copy of the
 * pacts in this jar, which is deleted when it is closed.
 */
record PactFolder(Path path, @Nullable TemporaryFolder copy, CommandSpec command)
    implements AutoCloseable {

  /**
   * Returns a folder.
   *
   * @param given the value of {@code --pacts}; null for the pacts of this jar
   * @throws ParameterException when the given folder does not exist
   */
  static PactFolder of(@Nullable Path given, CommandSpec command) throws IOException {
    if (given == null) {
      TemporaryFolder copy = TemporaryFolder.create();
      BundledFiles.copyPactsTo(copy.path());
      return new PactFolder(copy.path(), copy, command);
    }
    if (!Files.isDirectory(given)) {
      throw new ParameterException(
          command.commandLine(), "--pacts: expected a folder, found none at " + given);
    }
    return new PactFolder(given, null, command);
  }

  List<Path> files() {
    return PactFiles.list(path);
  }

  /**
   * Returns the pacts of a provider.
   *
   * @throws ParameterException when there is none
   */
  List<Path> filesOf(String provider) {
    List<Path> files = PactFiles.forProvider(path, provider);
    if (files.isEmpty()) {
      Set<String> known = new TreeSet<>();
      files().forEach(file -> known.add(PactFiles.pacticipant(file, "provider")));
      throw new ParameterException(
          command.commandLine(),
          "--provider: expected one of %s, found '%s'. Use one of them or pass other --pacts."
              .formatted(known, provider));
    }
    return files;
  }

  @Override
  public void close() throws IOException {
    if (copy != null) {
      copy.close();
    }
  }
}
