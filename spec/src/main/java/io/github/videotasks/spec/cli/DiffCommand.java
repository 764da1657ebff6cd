package io.github.videotasks.spec.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.diff.Change;
import io.github.videotasks.spec.diff.ContractDiff;
import io.github.videotasks.spec.diff.Impact;
import io.github.videotasks.spec.page.Limits;
import io.github.videotasks.spec.page.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two contracts. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Lists what changed between two contracts, and whether it breaks.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:nothing breaks", "1:something breaks", "2:wrong usage"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "OLD", description = "The contract as it was.")
  private Path before;

  @Parameters(index = "1", paramLabel = "NEW", description = "The contract as it is.")
  private Path after;

  @Override
  public Integer call() throws IOException {
    List<Change> changes = ContractDiff.between(read(before), read(after));
    changes.forEach(change -> spec.commandLine().getOut().println(change));
    boolean breaks = changes.stream().anyMatch(c -> c.impact() == Impact.BREAKING);
    return breaks ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private JsonNode read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(spec.commandLine(), "expected a file, found none at " + file);
    }
    List<YamlReader.Tree> trees =
        new YamlReader(Limits.DEFAULT).read(Files.readString(file), file.toString(), 1);
    return trees.get(0).root();
  }
}
