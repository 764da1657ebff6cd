package io.github.videotasks.spec.stock;

import org.openapitools.codegen.languages.KotlinClientCodegen;

/** The stock Kotlin generator without the eight lines of thanks after each run. */
public final class SilentKotlinGenerator extends KotlinClientCodegen {
  @Override
  public void postProcess() {
    // Nothing but the thanks.
  }
}
