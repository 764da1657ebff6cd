package io.github.videotasks.ext.http;

import io.github.videotasks.client.runtime.JsonValue;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The API key of a client: one that never changes, or one that a supplier returns for each request.
 * Every text of a gateway is masked with it before it becomes part of a message, because some
 * gateways quote the key in their error texts; {@link
 * io.github.videotasks.ext.payload.SecretRedactor} lists the forms in which it is found.
 *
 * <p>With a supplier, texts are masked with the key of the request that was sent last on the same
 * thread, which OkHttp and Retrofit also use for the converter and the callback, and with the five
 * newest keys.
 */
public final class Secret {

  private final @Nullable Supplier<String> supplier;

  @SuppressWarnings("ThreadLocalUsage") // not static: a closed client must not keep its keys
  private final ThreadLocal<ApiKey> keyOfThread = new ThreadLocal<>();

  private volatile RecentKeys known = RecentKeys.NONE;

  /**
   * Creates a secret with one key.
   *
   * @param value visible ASCII without blanks, as a header needs it
   * @throws IllegalArgumentException if it is null or has other characters
   */
  public Secret(@Nullable String value) {
    supplier = null;
    known = known.with(new ApiKey(value));
  }

  private Secret(Supplier<String> supplier) {
    this.supplier = supplier;
  }

  /**
   * Creates a secret whose key may change.
   *
   * @param supplier returns the key for one request; called on any thread
   * @return the secret
   */
  public static Secret suppliedBy(Supplier<String> supplier) {
    return new Secret(supplier);
  }

  /**
   * Returns the key for the header of a request that this thread is about to send.
   *
   * @throws ApiKeyUnavailableException if the supplier fails or returns an invalid key
   */
  String nextValue() throws ApiKeyUnavailableException {
    Supplier<String> source = supplier;
    if (source == null) {
      return known.newest().value();
    }
    ApiKey key = callSupplier(source);
    keyOfThread.set(key);
    return key.value();
  }

  private ApiKey callSupplier(Supplier<String> source) throws ApiKeyUnavailableException {
    String value;
    try {
      value = source.get();
    } catch (Throwable e) {
      // Also errors: OkHttp throws them on its thread, where the default handler prints them.
      throw ApiKeyUnavailableException.supplierFailed(source, e);
    }
    try {
      return remember(value);
    } catch (IllegalArgumentException e) {
      throw ApiKeyUnavailableException.invalidKey(source, e);
    }
  }

  private ApiKey remember(@Nullable String value) {
    ApiKey sameAsBefore = known.find(value);
    ApiKey key = sameAsBefore == null ? new ApiKey(value) : sameAsBefore;
    if (!known.startsWith(key)) {
      synchronized (this) {
        known = known.with(key);
      }
    }
    return key;
  }

  private RecentKeys quotable() {
    ApiKey key = keyOfThread.get();
    RecentKeys newest = known;
    return key == null || newest.find(key.value()) != null ? newest : newest.with(key);
  }

  /** Returns the value without the key, wherever it occurs; the same object if it does not. */
  JsonValue redact(JsonValue json) {
    return quotable().redact(json);
  }

  /** {@return the removal of the keys from JSON, of those that are known on this thread now} */
  public UnaryOperator<JsonValue> redaction() {
    return quotable()::redact;
  }

  /** Returns the keys that a response on this thread may quote. */
  List<String> quotableValues() {
    return quotable().values();
  }

  /** Returns the start of a text of a gateway, masked for a message. */
  String mask(String text) {
    return quotable().mask(text);
  }

  /** Returns whether a text contains the key in a form that {@link #redact} removes. */
  boolean isIn(String text) {
    return !quotable().redact(text).equals(text);
  }

  @Override
  public String toString() {
    return "Secret[…]";
  }
}
