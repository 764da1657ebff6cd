package io.github.videotasks.contract.cli;

import io.github.videotasks.contract.provider.PactInteraction;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code providers}: lists what can be verified. */
@Command(
    name = "providers",
    mixinStandardHelpOptions = true,
    versionProvider = ContractVerifier.JarVersionProvider.class,
    description = {
      "Lists the providers of the pacts: id, operation, states, page.",
      "A state with a star needs the id of a task (verify --task STATE=ID)."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ProvidersCommand implements Callable<Integer> {

  private static final String FORMAT = "%-16s  %-15s  %-62s  %s";

  /** What one line shows beside the states. */
  private record Line(String provider, String operation, String page) {}

  @Spec private CommandSpec spec;

  @Option(
      names = "--pacts",
      paramLabel = "DIR",
      description = "A folder of pact files that replace those in this jar.")
  private @Nullable Path pacts;

  @Override
  public Integer call() throws IOException {
    Map<Line, Set<String>> states = new LinkedHashMap<>();
    try (PactFolder folder = PactFolder.of(pacts, spec)) {
      for (PactInteraction it : PactInteraction.read(folder.files())) {
        states
            .computeIfAbsent(
                new Line(it.provider(), it.operation(), it.page()), line -> new LinkedHashSet<>())
            .add(it.state() + (it.needsTask() ? "*" : ""));
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(FORMAT.formatted("provider", "operation", "states", "page").stripTrailing());
    states.forEach(
        (line, names) ->
            out.println(
                FORMAT
                    .formatted(
                        line.provider(), line.operation(), String.join(", ", names), line.page())
                    .stripTrailing()));
    out.flush();
    return ExitCode.OK;
  }
}
