package io.github.videotasks.spec.stock;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.languages.KotlinClientCodegen;

/**
 * Generates and compiles clients of the stock Kotlin generator for Retrofit and Moshi. All clients
 * share one folder and {@code stock.infrastructure}; each has its own packages for models and APIs.
 */
final class StockKotlinClients {
  private final Path sources;
  private final Path classes;

  StockKotlinClients(Path folder) {
    this.sources = folder.resolve("kotlin");
    this.classes = folder.resolve("classes");
  }

  /** Returns the folder of the compiled classes. */
  Path classes() {
    return classes;
  }

  /**
   * Generates a client.
   *
   * @param contract the OpenAPI document
   * @param name the NAME in the packages {@code stock.NAME.models} and {@code stock.NAME.apis}
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

  /**
   * Compiles all generated clients. Returns the output of the compiler on failure; empty on
   * success.
   */
  String compile() {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ExitCode exit =
        new K2JVMCompiler()
            .exec(
                new PrintStream(output, true, StandardCharsets.UTF_8),
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
    String text = output.toString(StandardCharsets.UTF_8);
    return exit == ExitCode.OK ? "" : exit + ": " + text;
  }

  /** The stock Kotlin generator without its thank-you message, eight lines after each run. */
  public static final class SilentKotlinGenerator extends KotlinClientCodegen {
    @Override
    public void postProcess() {
      // The overridden method only prints the message.
    }
  }
}
