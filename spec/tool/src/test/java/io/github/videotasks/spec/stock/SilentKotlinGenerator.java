package io.github.videotasks.spec.stock;

import org.openapitools.codegen.languages.KotlinClientCodegen;

/** The stock Kotlin generator without its thank-you message, eight lines after each run. */
public final class SilentKotlinGenerator extends KotlinClientCodegen {
  @Override
  public void postProcess() {
    // The overridden method only prints the message.
  }
}
