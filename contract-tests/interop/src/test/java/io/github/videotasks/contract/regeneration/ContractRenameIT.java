package io.github.videotasks.contract.regeneration;

import static io.github.videotasks.contract.regeneration.ProjectCopy.CONTRACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A property that is renamed in the contract breaks the compile of client-ext. */
class ContractRenameIT {
  private static final Path ROOT = RepositoryLayout.find().root();
  private static final Path GENERATED = Path.of("client-generated/target/classes");

  private static ProjectCopy project;

  @TempDir Path output;

  @BeforeAll
  static void renameProperty() throws IOException {
    project = ProjectCopy.ofClient(Path.of("target/rename"));
    project.edit(CONTRACT, it -> it.replace("        video_url:\n", "        clip_url:\n"));
    project.build("compile");
  }

  @AfterAll
  static void restore() throws IOException {
    project.restore();
  }

  @Test
  void breaksCompileWhereThePropertyIsUsed() throws IOException {
    List<String> errors = compileExtension(project.resolve(GENERATED, ""));

    assertThat(errors).isNotEmpty().allMatch(error -> error.contains("VIDEO_URL"));
    assertThat(errors)
        .anyMatch(error -> error.startsWith("UrlPlaces.java:"))
        .anyMatch(error -> error.startsWith("ResponseParser.java:"));
  }

  /** The control: the same sources compile with the committed contract. */
  @Test
  void compilesWithTheCommittedContract() throws IOException {
    assertThat(compileExtension(ROOT.resolve(GENERATED))).isEmpty();
  }

  private List<String> compileExtension(Path generatedClasses) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8);
        Stream<Path> sources = Files.walk(ROOT.resolve("client-ext/src/main/java"))) {
      // On the class path, where no module is found.
      List<Path> java =
          sources
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("module-info.java"))
              .toList();
      List<String> options =
          List.of(
              "-proc:none",
              "-d",
              output.toString(),
              "-classpath",
              String.join(File.pathSeparator, ExtensionClassPath.withGenerated(generatedClasses)));
      compiler
          .getTask(null, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(java))
          .call();
    }
    return diagnostics.getDiagnostics().stream()
        .filter(it -> it.getKind() == Diagnostic.Kind.ERROR)
        .map(it -> fileName(it) + ":" + it.getLineNumber() + ": " + it.getMessage(null))
        .toList();
  }

  private static String fileName(Diagnostic<? extends JavaFileObject> diagnostic) {
    JavaFileObject source = diagnostic.getSource();
    return source == null ? "?" : Path.of(source.toUri()).getFileName().toString();
  }
}
