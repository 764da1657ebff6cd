package io.github.videotasks.spec.stock;

import org.openapitools.codegen.languages.TypeScriptFetchClientCodegen;

/** The stock TypeScript generator without its thank-you message after each run. */
public final class SilentTypeScriptGenerator extends TypeScriptFetchClientCodegen {
  @Override
  public void postProcess() {
    // The overridden method only prints the message.
  }
}
