package io.github.videotasks.contract.callers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A language of the JVM in which a caller exists.
 *
 * @param name name of its folder in {@code src/callers} and of its code blocks in Markdown
 * @param callerFile file name of the caller
 * @param compiler compiles programs of this language
 * @param runtimeArtifacts artifact ids of the language's runtime, without kotlin-stdlib, which is a
 *     dependency of client-ext
 * @param launchArguments main class of the caller, and arguments before those of the caller
 */
record JvmLanguage(
    String name,
    String callerFile,
    SourceCompiler compiler,
    List<String> runtimeArtifacts,
    List<String> launchArguments) {

  /** Returns all languages that have a folder. */
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

  /** Returns the path of the caller. */
  Path callerProgram() {
    return folder().resolve(callerFile);
  }

  /** Returns the programs of the folder {@code right} or {@code wrong}, sorted by name. */
  List<Path> programs(String folder) throws IOException {
    try (Stream<Path> files = Files.list(folder().resolve(folder))) {
      return files.sorted().toList();
    }
  }

  List<CompilerDiagnostic> compile(List<Path> sources, Path classes) {
    return compiler.compile(sources, classPath(), classes);
  }

  /** Returns the class path of a consumer that uses this language. */
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
