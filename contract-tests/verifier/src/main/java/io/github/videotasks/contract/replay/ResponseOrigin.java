package io.github.videotasks.contract.replay;

import java.util.Locale;

/**
 * Where the answer of a provider state comes from. Reports, pacts and the demo print {@link
 * #label()}.
 */
public sealed interface ResponseOrigin {

  /**
   * One line for people: page and example, or that it is borrowed, or that it proves the wiring
   * only.
   */
  String label();

  /** One word for machines: {@code shown}, {@code borrowed} or {@code undocumented}. */
  default String kind() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Whether a vendor's page shows this answer, the provider's own or another. */
  default boolean isDocumented() {
    return !(this instanceof Undocumented);
  }

  /**
   * The provider's own page shows it.
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
   * @param page file name of the page that was borrowed from
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
   * No page shows it.
   *
   * @param fact what is known of such gateways beyond the pages
   */
  record Undocumented(String fact) implements ResponseOrigin {
    @Override
    public String label() {
      return "no page shows it";
    }
  }
}
