package io.github.videotasks.contract.replay;

/**
 * Reference to an example of a page. The component names are the property names in the report's
 * {@code index.json}.
 *
 * @param page file name of the page, for example {@code chainhub-grok.md}
 * @param example number of the example on that page, from 1
 */
public record ExampleRef(String page, int example) {

  /** {@return the reference as text, for example {@code chainhub-grok.md example 1}} */
  public String label() {
    return page + " example " + example;
  }
}
