package io.github.videotasks.spec.stock;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.openapitools.codegen.config.CodegenConfigurator;

/**
 * Clients of the stock Kotlin generator, Retrofit and Moshi. All go into one folder and share its
 * {@code stock.infrastructure}; models and methods of each have a package of their own.
 */
final class StockKotlinClients {
  private final Path sources;
  private final Path classes;

  StockKotlinClients(Path folder) {
    this.sources = folder.resolve("kotlin");
    this.classes = folder.resolve("classes");
  }

  /** Gives the folder of the compiled classes. */
  Path classes() {
    return classes;
  }

  /**
   * Generates a client.
   *
   * @param contract the OpenAPI document
   * @param name becomes {@code stock.NAME.models} and {@code stock.NAME.apis}
   */
  void generate(Path contract, String name) {
    CodegenConfigurator options =
        new CodegenConfigurator()
            .setInputSpec(contract.toString())
            .setGeneratorName(SilentKotlinGenerator.class.getName())
            .setLibrary("jvm-retrofit2")
            .setPackageName("stock")
            .setModelPackage("stock." + name + ".models")
            .setApiPackage("stock." + name + ".apis")
            .setOutputDir(sources.toString());
    StockGenerator.run(options);
  }

  /** Compiles everything that was generated, and gives what the compiler says; empty when fine. */
  String compile() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ExitCode exit =
        new K2JVMCompiler()
            .exec(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                "-no-stdlib",
                "-no-reflect",
                "-nowarn",
                "-jvm-target",
                "17",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                sources.resolve("src/main/kotlin").toString());
    String text = said.toString(StandardCharsets.UTF_8);
    return exit == ExitCode.OK ? "" : exit + ": " + text;
  }
}
