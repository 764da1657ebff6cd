package io.github.videotasks.contract.callers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A language of the JVM.
 *
 * @param name of its folder in {@code src/callers}, and in Markdown
 * @param callerFile the program that is run
 * @param runtimeArtifacts the artifacts of the language beside kotlin-stdlib, which comes with
 *     client-ext
 * @param launchArguments the main class, and the arguments before the program's own
 */
record JvmLanguage(
    String name,
    String callerFile,
    SourceCompiler compiler,
    List<String> runtimeArtifacts,
    List<String> launchArguments) {

  /** All that have a folder. */
  static List<JvmLanguage> all() {
    return List.of(
        new JvmLanguage(
            "kotlin", "Caller.kt", new KotlinCompiler(), List.of(), List.of("callers.CallerKt")),
        new JvmLanguage(
            "scala",
            "Caller.scala",
            new ScalaCompiler(),
            List.of("scala3-library_3", "scala-library"),
            List.of("callers.Caller")),
        new JvmLanguage(
            "groovy",
            "Caller.groovy",
            new GroovyCompiler(),
            List.of("groovy"),
            List.of("callers.Caller")),
        new JvmLanguage(
            "clojure",
            "caller.clj",
            new ClojureCompiler(Path.of("src/callers/clojure")),
            List.of("clojure", "spec.alpha", "core.specs.alpha"),
            List.of("clojure.main", "-m", "caller")));
  }

  /** The program that is run. */
  Path callerProgram() {
    return folder().resolve(callerFile);
  }

  /** The programs of the folder {@code right} or {@code wrong}. */
  List<Path> programs(String folder) throws IOException {
    try (Stream<Path> files = Files.list(folder().resolve(folder))) {
      return files.sorted().toList();
    }
  }

  List<CompilerDiagnostic> compile(List<Path> sources, Path classes) {
    return compiler.compile(sources, classPath(), classes);
  }

  /** What a program of a consumer has on its class path. */
  String classPath() {
    return ConsumerClassPath.with(runtimeArtifacts);
  }

  private Path folder() {
    return Path.of("src/callers", name);
  }

  @Override
  public String toString() {
    return name;
  }
}
