package io.github.videotasks.contract.replay;

import java.util.Locale;
import java.util.Optional;

/**
 * Origin of the response of a provider state: the provider's page, another page, a live host, or
 * none. Reports, pacts and the demo contain {@link #label()}, a text for people. A program reads
 * the example from {@link #exampleRef()}.
 */
public sealed interface ResponseOrigin {

  /**
   * {@return one line for people, for example {@code chainhub-grok.md example 1}} It is part of the
   * committed pacts.
   */
  String label();

  /** {@return the example that is the response; empty when no page shows the response} */
  Optional<ExampleRef> exampleRef();

  /**
   * {@return a constant for programs: {@code shown}, {@code borrowed}, {@code recorded} or {@code
   * undocumented}}
   */
  default String kind() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** {@return whether a vendor's page shows this response, the provider's own or another} */
  default boolean isDocumented() {
    return exampleRef().isPresent();
  }

  /**
   * The provider's own page shows the response.
   *
   * @param ref the example on that page
   */
  record Shown(ExampleRef ref) implements ResponseOrigin {
    @Override
    public String label() {
      return ref.label();
    }

    @Override
    public Optional<ExampleRef> exampleRef() {
      return Optional.of(ref);
    }
  }

  /**
   * The provider's page does not show that state; another page of the same path does.
   *
   * @param ref the example on that other page
   * @param reason why that page: {@code same model family} or {@code same host}
   */
  record Borrowed(ExampleRef ref, String reason) implements ResponseOrigin {
    @Override
    public String label() {
      return "borrowed from %s (%s)".formatted(ref.label(), reason);
    }

    @Override
    public Optional<ExampleRef> exampleRef() {
      return Optional.of(ref);
    }
  }

  /**
   * A live host sent the response, and it was recorded.
   *
   * @param source the host and the time
   */
  record Recorded(String source) implements ResponseOrigin {
    @Override
    public String label() {
      return "recorded from " + source;
    }

    @Override
    public Optional<ExampleRef> exampleRef() {
      return Optional.empty();
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

    @Override
    public Optional<ExampleRef> exampleRef() {
      return Optional.empty();
    }
  }
}
