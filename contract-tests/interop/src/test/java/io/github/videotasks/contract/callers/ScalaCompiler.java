package io.github.videotasks.contract.callers;

import dotty.tools.dotc.Driver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compiles Scala programs. It checks whether a match over sealed Java types is exhaustive, but does
 * not read nullness annotations.
 */
final class ScalaCompiler implements SourceCompiler {

  @Override
  public List<CompilerDiagnostic> compile(List<Path> sources, String classPath, Path classes) {
    Stream<String> options =
        Stream.of(
            "-Werror",
            "-deprecation",
            "-feature",
            "-Wunused:all",
            "-color:never",
            "-java-output-version",
            "17",
            "-classpath",
            classPath,
            "-d",
            classes.toString());
    String[] all =
        Stream.concat(options, sources.stream().map(Path::toString)).toArray(String[]::new);
    List<CompilerDiagnostic> diagnostics = new ArrayList<>();
    new Driver()
        .process(
            all,
            diagnostic ->
                // Without a position: the message that a warning is treated as an error.
                diagnostic
                    .position()
                    .ifPresent(
                        at ->
                            diagnostics.add(
                                new CompilerDiagnostic(at.line() + 1, diagnostic.message()))),
            null);
    return diagnostics;
  }
}
