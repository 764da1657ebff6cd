package io.github.videotasks.ext.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.runtime.JsonValue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SecretTest {

  private static String key(int number) {
    return "canary-key-number-" + number;
  }

  private static JsonValue quoted(int number) {
    return JsonValue.of("the key is " + key(number));
  }

  private static final JsonValue REDACTED = JsonValue.of("the key is …");

  private final AtomicInteger calls = new AtomicInteger();
  private final Secret secret = Secret.suppliedBy(() -> key(calls.incrementAndGet()));

  /** Calls the supplier on another thread, as another request does. */
  private void rotateElsewhere(int times) throws InterruptedException {
    Thread other =
        new Thread(
            () -> {
              for (int i = 0; i < times; i++) {
                nextValue();
              }
            });
    other.start();
    other.join();
  }

  private String nextValue() {
    try {
      return secret.nextValue();
    } catch (ApiKeyUnavailableException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void redactsCurrentKeyAndFourOlderOnes() throws Exception {
    rotateElsewhere(6);
    assertThat(secret.redact(quoted(1))).isEqualTo(quoted(1));
    for (int number = 2; number <= 6; number++) {
      assertThat(secret.redact(quoted(number))).isEqualTo(REDACTED);
      assertThat(secret.mask("the key is " + key(number))).isEqualTo("the key is …");
    }
  }

  @Test
  void redactsKeyOfRequestHoweverOftenOthersRotate() throws Exception {
    assertThat(nextValue()).isEqualTo(key(1));
    rotateElsewhere(20);
    assertThat(secret.redact(quoted(1))).isEqualTo(REDACTED);
    assertThat(secret.redact(quoted(21))).isEqualTo(REDACTED);
    assertThat(secret.redact(quoted(7))).isEqualTo(quoted(7));
  }

  @Test
  void keepsFourOlderKeysIfKeysAlternate() throws Exception {
    rotateElsewhere(4);
    for (int i = 0; i < 10; i++) {
      calls.set(2 + i % 2);
      rotateElsewhere(1);
    }
    for (int number = 1; number <= 4; number++) {
      assertThat(secret.redact(quoted(number))).isEqualTo(REDACTED);
    }
  }

  @Test
  void redactsKeyThatStartsWithAnotherKey() throws Exception {
    calls.set(0);
    rotateElsewhere(1);
    calls.set(9);
    rotateElsewhere(1);
    assertThat(secret.mask(key(10) + " " + key(1))).isEqualTo("… …");
    calls.set(0);
    rotateElsewhere(1);
    assertThat(secret.mask(key(10) + " " + key(1))).isEqualTo("… …");
  }

  @Test
  void redactsNothingBeforeFirstRequest() {
    assertThat(secret.redact(quoted(1))).isEqualTo(quoted(1));
    assertThat(calls).hasValue(0);
    assertThat(secret).hasToString("Secret[…]");
  }
}
