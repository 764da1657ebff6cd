package io.github.videotasks.contract.regeneration;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.testkit.JavaProcess;
import io.github.videotasks.spec.cli.SpecTool;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The page with a create operation of src/test/create-page, and the program that calls it. */
final class CreatePage {
  private static final Path FOLDER = Path.of("src/test/create-page");
  private static final Path PAGE = FOLDER.resolve("example-create.md");
  private static final Path PROGRAM = FOLDER.resolve("CreateAndAwait.java");

  private CreatePage() {}

  /** Returns the contract of all pages of this repository and the page with the create. */
  static String deriveContract(Path work) throws IOException {
    Path spec = RepositoryLayout.find().spec();
    Path pages = Files.createDirectories(work.resolve("pages"));
    try (Stream<Path> files = Files.list(spec.resolve("pages"))) {
      for (Path page : files.toList()) {
        Files.copy(page, pages.resolve(page.getFileName()));
      }
    }
    Files.copy(PAGE, pages.resolve(PAGE.getFileName()));
    StringWriter output = new StringWriter();
    int exit =
        SpecTool.run(
            new PrintWriter(output),
            new PrintWriter(output),
            "merge",
            "--pages",
            pages.toString(),
            "--providers",
            spec.resolve("providers.yaml").toString(),
            "--corrections",
            spec.resolve("corrections").toString(),
            "--out",
            work.resolve("canonical").toString());
    if (exit != 0) {
      throw new AssertionError("expected a derived contract, found:\n" + output);
    }
    return Files.readString(work.resolve("canonical/openapi.yaml"));
  }

  /**
   * Compiles the program and runs it.
   *
   * @param generatedClasses the client that is generated from the contract with the create
   * @param gateways the base URLs that the program calls one after the other
   */
  static JavaProcess callCreate(Path generatedClasses, Path work, List<String> gateways)
      throws IOException, InterruptedException {
    Path classes = Files.createDirectories(work.resolve("classes"));
    List<String> entries = ExtensionClassPath.withGenerated(generatedClasses);
    entries.add(RepositoryLayout.find().root().resolve("client-ext/target/classes").toString());
    entries.add(classes.toString());
    String classPath = String.join(File.pathSeparator, entries);
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), "-cp", classPath, PROGRAM.toString());
    if (exit != 0) {
      throw new AssertionError("expected a program that compiles, found the errors above");
    }
    List<String> arguments = new ArrayList<>(List.of("-cp", classPath, "CreateAndAwait"));
    arguments.addAll(gateways);
    return JavaProcess.run(work, Map.of(), arguments);
  }
}
