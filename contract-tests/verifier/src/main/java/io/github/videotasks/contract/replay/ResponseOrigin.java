package io.github.videotasks.contract.replay;

import java.util.Locale;

/**
 * Origin of the response of a provider state: the provider's page, another page, or none. Reports,
 * pacts and the demo contain {@link #label()}.
 */
public sealed interface ResponseOrigin {

  /**
   * Returns one line for people, for example {@code chainhub-grok.md example 1}. It is part of the
   * committed pacts.
   */
  String label();

  /** Returns a constant for programs: {@code shown}, {@code borrowed} or {@code undocumented}. */
  default String kind() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Returns whether a vendor's page shows this response, the provider's own or another. */
  default boolean isDocumented() {
    return !(this instanceof Undocumented);
  }

  /**
   * The provider's own page shows the response.
   *
   * @param page file name of the page
   * @param example number on that page
   */
  record Shown(String page, int example) implements ResponseOrigin {
    @Override
    public String label() {
      return page + " example " + example;
    }
  }

  /**
   * The provider's page does not show that state; another page of the same path does.
   *
   * @param page file name of that other page
   * @param example number on that page
   * @param reason why that page: {@code same model family} or {@code same host}
   */
  record Borrowed(String page, int example, String reason) implements ResponseOrigin {
    @Override
    public String label() {
      return "borrowed from %s example %d (%s)".formatted(page, example, reason);
    }
  }

  /**
   * No page shows the response.
   *
   * @param fact what is known about such gateways beyond the pages; part of the committed pacts
   */
  record Undocumented(String fact) implements ResponseOrigin {
    @Override
    public String label() {
      return "no page shows it";
    }
  }
}
