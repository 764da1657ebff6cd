package io.github.videotasks.contract.callers;

import io.github.videotasks.contract.testkit.JavaProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compiles Clojure programs. Clojure resolves methods at run time; at compile time it only warns
 * about methods that it cannot find for a type hint. Its compiler finds programs on the class path
 * only, so it runs in its own process with a class path.
 */
final class ClojureCompiler implements SourceCompiler {
  private static final Pattern REFLECTION_WARNING =
      Pattern.compile("Reflection warning, [^:]+:(\\d+):\\d+ - (.*)");

  private final Path root;

  /**
   * Creates a compiler.
   *
   * @param root folder that namespace names are relative to
   */
  ClojureCompiler(Path root) {
    this.root = root.toAbsolutePath();
  }

  @Override
  public List<CompilerDiagnostic> compile(List<Path> sources, String classPath, Path classes) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "-Dclojure.compile.path=" + classes,
                "-Dclojure.compile.warn-on-reflection=true",
                "-cp",
                String.join(File.pathSeparator, classPath, root.toString(), classes.toString()),
                "clojure.lang.Compile"));
    sources.stream().map(this::namespace).forEach(command::add);
    JavaProcess process = runCompiler(classes, command);
    List<CompilerDiagnostic> diagnostics =
        process.stderr().lines().flatMap(ClojureCompiler::parseDiagnostic).toList();
    if (process.exitCode() != 0 && diagnostics.isEmpty()) {
      throw new IllegalStateException(process.output());
    }
    return diagnostics;
  }

  private static JavaProcess runCompiler(Path folder, List<String> command) {
    try {
      return JavaProcess.run(folder, Map.of(), command);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String namespace(Path source) {
    return root.relativize(source.toAbsolutePath())
        .toString()
        .replaceFirst("\\.clj$", "")
        .replace(File.separatorChar, '.')
        .replace('_', '-');
  }

  private static Stream<CompilerDiagnostic> parseDiagnostic(String line) {
    Matcher warning = REFLECTION_WARNING.matcher(line);
    return warning.matches()
        ? Stream.of(new CompilerDiagnostic(Integer.parseInt(warning.group(1)), warning.group(2)))
        : Stream.empty();
  }
}
