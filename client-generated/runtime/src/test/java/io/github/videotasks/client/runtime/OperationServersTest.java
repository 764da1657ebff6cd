package io.github.videotasks.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.Invocation;

class OperationServersTest {
  private static final List<String> CONTRACT =
      List.of("https://api.example/v1", "/", "https://{x}");

  /** Operations as they are generated. */
  static final class Api {
    void atBaseUrl() {}

    @OperationServer(value = "https://files.example/v2", secured = true)
    void secured() {}

    @OperationServer(value = "https://files.example", secured = false)
    void open() {}

    @OperationServer(value = "http://files.example", secured = true)
    void cleartext() {}

    @OperationServer(value = "/v2", secured = true)
    void relative() {}

    @OperationServer(value = "ftp://files.example", secured = true)
    void unknown() {}
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example/v1/,    atBaseUrl, https://api.example/v1/jobs?a=b%2Fc",
    "https://api.example/v1/,    secured,   https://files.example/v2/jobs?a=b%2Fc",
    "https://api.example/v1/,    open,      https://files.example/jobs?a=b%2Fc",
    "https://api.example/v1/,    relative,  https://api.example/v2/jobs?a=b%2Fc",
    "http://localhost:80/v1/,    secured,   http://localhost/v2/jobs?a=b%2Fc",
    "http://localhost:80/,       secured,   http://localhost/v2/jobs?a=b%2Fc",
    "https://proxy.example/x/,   secured,   https://proxy.example/x/v2/jobs?a=b%2Fc",
    "https://proxy.example/x/v1/, open,     https://proxy.example/x/jobs?a=b%2Fc",
    "http://api.example/v1/,     secured,   http://api.example/v2/jobs?a=b%2Fc"
  })
  void sendsOperationsToTheirServerOrToTheStandIn(String baseUrl, String operation, String url)
      throws Exception {
    Request sent =
        new OperationServers(baseUrl, CONTRACT, List.of())
            .route(request(baseUrl + "jobs?a=b%2Fc", operation));

    assertThat(sent.url()).hasToString(url);
  }

  @Test
  void refusesServersThatAreNoUrl() {
    OperationServers servers = new OperationServers("https://api.example/v1/", CONTRACT, List.of());

    assertThatThrownBy(() -> servers.route(request("https://api.example/v1/jobs", "unknown")))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "expected an http or https URL as server of the operation, found ftp://files.example");
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example/v1/j?key=k,   open,      true",
    "https://files.example/v1/j?key=k, secured,   true",
    "https://other.example/v1/j?key=k, atBaseUrl, true",
    "https://files.example/v1/j?key=k, open,      false",
    "http://files.example/v1/j?key=k,  cleartext, false"
  })
  void sendsKeysToAnotherHostOnlyIfTheContractRequiresThem(
      String url, String operation, boolean withKeys) throws Exception {
    Request keyed =
        request(url, operation)
            .newBuilder()
            .header("Authorization", "Bearer k")
            .header("X-Key", "k")
            .header("Accept", "application/json")
            .build();

    Request sent =
        new OperationServers("https://api.example/v1/", CONTRACT, List.of("X-Key", "key"))
            .withoutForeignKeys(keyed);

    assertThat(sent.headers().names().contains("Authorization")).isEqualTo(withKeys);
    assertThat(sent.headers().names().contains("X-Key")).isEqualTo(withKeys);
    assertThat(sent.url().queryParameter("key") != null).isEqualTo(withKeys);
    assertThat(sent.header("Accept")).isEqualTo("application/json");
  }

  private static Request request(String url, String operation) throws NoSuchMethodException {
    Method method = Api.class.getDeclaredMethod(operation);
    return new Request.Builder()
        .url(url)
        .tag(Invocation.class, Invocation.of(Api.class, new Api(), method, List.of()))
        .build();
  }
}
