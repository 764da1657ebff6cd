package io.github.videotasks.spec.stock;

import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;

/** Runs a generator as its command line does, without documents and tests. */
final class StockGenerator {
  private static final String[] LEFT_OUT = {
    CodegenConstants.MODEL_TESTS,
    CodegenConstants.MODEL_DOCS,
    CodegenConstants.API_TESTS,
    CodegenConstants.API_DOCS
  };

  private StockGenerator() {}

  static void run(CodegenConfigurator options) {
    // Without it, a body that may come as JSON or as a form is imported by the API and never made.
    GlobalSettings.setProperty(CodegenConstants.SKIP_FORM_MODEL, "false");
    DefaultGenerator generator = new DefaultGenerator();
    for (String kind : LEFT_OUT) {
      generator.setGeneratorPropertyDefault(kind, "false");
    }
    generator.opts(options.toClientOptInput()).generate();
    GlobalSettings.reset();
  }
}
