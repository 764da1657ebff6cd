package io.github.videotasks.contract.broker;

import au.com.dius.pact.core.pactbroker.HalClient;
import au.com.dius.pact.core.pactbroker.IHalClient;
import au.com.dius.pact.core.pactbroker.PactBrokerClient;
import au.com.dius.pact.core.pactbroker.PactBrokerClientConfig;
import au.com.dius.pact.core.support.Result;
import au.com.dius.pact.core.support.json.JsonValue;
import io.github.videotasks.contract.http.ExchangeLimits;
import io.github.videotasks.contract.http.LimitedHttpClient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pact's broker client with an HTTP client whose responses have limits. */
final class LimitedBrokerClient extends PactBrokerClient {

  private static final PactBrokerClientConfig CONFIG = new PactBrokerClientConfig(0, 0, false);

  private final String url;
  private final LimitedHttpClient http;
  private @Nullable Exception lastError;

  /**
   * Creates a client. Sends no request yet.
   *
   * @param url of the broker
   * @param token bearer token; null for a broker without authentication
   * @param limits of each response
   */
  LimitedBrokerClient(String url, @Nullable String token, ExchangeLimits limits) {
    super(url, Map.of(), CONFIG);
    this.url = url;
    this.http = LimitedHttpClient.withToken(limits, token);
  }

  @Override
  public IHalClient newHalClient() {
    HalClient client =
        new HalClient(url, Map.of(), CONFIG) {
          @Override
          public Result<JsonValue, Exception> getJson(String path, boolean encodePath) {
            Result<JsonValue, Exception> result = super.getJson(path, encodePath);
            if (result instanceof Result.Err<?> error && error.getError() instanceof Exception e) {
              lastError = e;
            }
            return result;
          }
        };
    client.setHttpClient(http.client());
    return client;
  }

  /**
   * Returns the error of the last request for JSON that failed; null if none has failed. Pact's
   * client itself reports such an error as a version that must not be deployed.
   */
  @Nullable Exception lastError() {
    return lastError;
  }
}
