package io.github.videotasks.contract.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the codec benchmarks and prints their result tables.
 *
 * <p>Arguments: the folder of the contract's examples, then options of JMH, such as {@code -p
 * library=OURS}.
 */
public final class CodecBenchmarks {
  private CodecBenchmarks() {}

  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    CommandLineOptions commandLine =
        new CommandLineOptions(Arrays.copyOfRange(args, 1, args.length));
    List<RunResult> results = new ArrayList<>();
    results.addAll(run(commandLine, args[0], "DecodeBenchmark", Library.values()));
    results.addAll(
        run(
            commandLine,
            args[0],
            "EncodeBenchmark",
            Arrays.stream(Library.values())
                .filter(it -> it != Library.SKIP_VALUE && it != Library.BYTE_SCAN)
                .toArray(Library[]::new)));
    System.out.println(new CodecBenchmarkTable(results).toMarkdown());
  }

  private static Collection<RunResult> run(
      CommandLineOptions commandLine, String examples, String benchmark, Library[] libraries)
      throws RunnerException {
    if (!commandLine.getIncludes().isEmpty()
        && commandLine.getIncludes().stream().noneMatch(benchmark::contains)) {
      return List.of();
    }
    OptionsBuilder options = new OptionsBuilder();
    options.parent(commandLine);
    options.include(benchmark);
    options.addProfiler(GCProfiler.class);
    // JIT compiler and garbage collector must not compete with the measured code for the cores.
    options.jvmArgsAppend(
        "-D" + Payload.EXAMPLES_PROPERTY + "=" + examples,
        "-Xms512m",
        "-Xmx512m",
        "-Xbatch",
        "-XX:+UseSerialGC");
    if (!commandLine.getParameter("library").hasValue()) {
      options.param("library", Arrays.stream(libraries).map(Enum::name).toArray(String[]::new));
    }
    return new Runner(options.build()).run();
  }
}
