package io.github.videotasks.ext.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.Gateway;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

  @ParameterizedTest
  @CsvSource({
    "https://api.example.com, https://api.example.com/",
    "https://api.example.com/, https://api.example.com/",
    "https://example.com/gateway, https://example.com/gateway/",
    "http://127.0.0.1:8080, http://127.0.0.1:8080/",
    "http://127.9.9.9, http://127.9.9.9/",
    "http://localhost, http://localhost/",
    "http://LOCALHOST, http://localhost/",
    "http://[::1]:1, http://[::1]:1/",
    "http://[0:0:0:0:0:0:0:1], http://[::1]/",
  })
  void acceptsHttpsAndLoopbackHttp(String given, String url) {
    assertThat(BaseUrl.of(given, false).url()).hasToString(url);
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example.com/v1, https://api.example.com/",
    "https://api.example.com/v1/, https://api.example.com/",
    "https://api.example.com/V1, https://api.example.com/",
    "https://api.example.com/v1//, https://api.example.com/",
    "https://example.com/gateway/v1, https://example.com/gateway/",
    "http://127.0.0.1:8080/v1/, http://127.0.0.1:8080/",
  })
  void ignoresVersionAtTheEnd(String given, String url) {
    assertThat(BaseUrl.of(given, false).url()).hasToString(url);
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example.com/v1/videos, https://api.example.com/v1/videos/",
    "https://api.example.com/v1beta, https://api.example.com/v1beta/",
    "https://api.example.com/v2, https://api.example.com/v2/",
    "https://v1.example.com, https://v1.example.com/",
    "https://api.example.com/v1/gateway/, https://api.example.com/v1/gateway/",
  })
  void keepsOtherPaths(String given, String url) {
    assertThat(BaseUrl.of(given, false).url()).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.example.com",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://example.com#127.0.0.1",
        "http://0.0.0.0",
        "http://127.999.1.1",
        "http://127.1.example",
        "http://localhost.",
        "http://[::ffff:169.254.169.254]",
        "http://[fd00:ec2::254]",
        "http://2852039166",
        "http://\uff11\uff12\uff17.0.0.2.example",
        "http://10.0.0.1",
        "http://169.254.169.254",
        "http://[::ffff:10.0.0.1]",
        "http://[fe80::1]",
        "http://128.0.0.1",
        "https://user@api.example.com",
        "https://user:password@api.example.com",
        "https://127.0.0.1@api.example.com",
        "https://api.example.com/?a=b",
        "https://api.example.com/#a",
        "ftp://api.example.com",
        "file:///etc/passwd",
        "//api.example.com",
        "api.example.com",
        "",
        "https://",
        "https://exa mple.com",
      })
  void rejectsUnsafeOrInvalidUrls(String given) {
    assertThatThrownBy(() -> BaseUrl.of(given, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("base URL: expected ")
        .hasMessageNotContaining("password");
  }

  @Test
  void acceptsRemoteHttpIfAllowed() {
    assertThat(BaseUrl.of("http://10.0.0.1", true).url()).hasToString("http://10.0.0.1/");
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example.com/x?y=z, true",
    "https://api.example.com:443/, true",
    "http://api.example.com/, false",
    "https://api.example.com:8443/, false",
    "https://api.example.com.evil.example/, false",
    "https://evil.example/api.example.com, false",
    "https://sub.api.example.com/, false",
  })
  void comparesOrigin(String other, boolean same) {
    BaseUrl url = BaseUrl.of("https://api.example.com/gateway", false);
    assertThat(url.isSameOrigin(HttpUrl.get(other))).isEqualTo(same);
  }

  @ParameterizedTest
  @EnumSource(Gateway.class)
  void gatewaysMatchServersOfContract(Gateway gateway) throws Exception {
    Path contract = Path.of("../spec/canonical/openapi.yaml");
    assertThat(Files.readString(contract)).contains("url: " + gateway.baseUrl());
  }
}
