package io.github.videotasks.spec.stock;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;

/** Runs a stock generator like its command line, without documentation and tests. */
final class StockGenerator {
  private static final String[] SKIPPED = {
    CodegenConstants.MODEL_TESTS,
    CodegenConstants.MODEL_DOCS,
    CodegenConstants.API_TESTS,
    CodegenConstants.API_DOCS
  };

  private StockGenerator() {}

  /** Runs a generator without the thank-you message that most of them print. */
  static void runSilently(CodegenConfigurator options) {
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      run(options);
    } finally {
      System.setOut(out);
    }
  }

  static void run(CodegenConfigurator options) {
    // Otherwise the model of a body with a JSON and a form variant is imported, but not generated.
    GlobalSettings.setProperty(CodegenConstants.SKIP_FORM_MODEL, "false");
    DefaultGenerator generator = new DefaultGenerator();
    for (String kind : SKIPPED) {
      generator.setGeneratorPropertyDefault(kind, "false");
    }
    generator.opts(options.toClientOptInput()).generate();
    GlobalSettings.reset();
  }
}
