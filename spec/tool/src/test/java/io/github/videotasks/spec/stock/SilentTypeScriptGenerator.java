package io.github.videotasks.spec.stock;

import org.openapitools.codegen.languages.TypeScriptFetchClientCodegen;

/** The stock TypeScript generator without the lines of thanks after each run. */
public final class SilentTypeScriptGenerator extends TypeScriptFetchClientCodegen {
  @Override
  public void postProcess() {
    // Nothing but the thanks.
  }
}
