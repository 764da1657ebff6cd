package io.github.videotasks.contract.ext;

import java.time.Duration;
import okhttp3.OkHttpClient;

/**
 * HTTP client without timeouts of its own. With it only the library ends a call, so a test can wait
 * for that without measuring how long it takes.
 */
final class PatientHttpClient {

  private PatientHttpClient() {}

  static OkHttpClient create() {
    return new OkHttpClient.Builder()
        .connectTimeout(Duration.ZERO)
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .build();
  }
}
