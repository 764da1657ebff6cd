package io.github.videotasks.contract.callers;

import dotty.tools.dotc.Driver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds a match over Java's sealed types exhaustive or not; takes no nullness from annotations. */
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
    List<CompilerDiagnostic> complaints = new ArrayList<>();
    new Driver()
        .process(
            all,
            said ->
                // Without a place: that a warning is an error.
                said.position()
                    .ifPresent(
                        at ->
                            complaints.add(new CompilerDiagnostic(at.line() + 1, said.message()))),
            null);
    return complaints;
  }
}
