package io.github.videotasks.ext.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyHidingEventListenerTest {

  private static final Request SIGNED =
      new Request.Builder()
          .url("http://localhost/")
          .header("Authorization", "Bearer key")
          .header("X-Trace", "7")
          .build();

  private final List<String> seen = new ArrayList<>();
  private final EventListener hiding =
      KeyHidingEventListener.of(
          new EventListener() {
            @Override
            public void requestHeadersEnd(Call call, Request request) {
              seen.add(request.headers().toString());
            }

            @Override
            public void responseHeadersEnd(Call call, Response response) {
              seen.add(response.request().headers().toString());
            }

            @Override
            public void followUpDecision(Call call, Response response, @Nullable Request next) {
              seen.add(response.request().headers().toString());
              seen.add(next == null ? "" : next.headers().toString());
            }
          });

  private static Stream<String> events(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(it -> !Modifier.isStatic(it.getModifiers()))
        .filter(it -> !Modifier.isFinal(it.getModifiers()))
        .map(KeyHidingEventListenerTest::signature);
  }

  private static String signature(Method method) {
    return method.getName() + Arrays.toString(method.getParameterTypes());
  }

  /** A new version of OkHttp may have more events. */
  @Test
  void forwardsEveryEvent() {
    assertThat(events(KeyHidingEventListener.class))
        .containsExactlyInAnyOrderElementsOf(events(EventListener.class).toList())
        .hasSizeGreaterThan(30);
  }

  @Test
  void hidesKeyAndNothingElse() {
    Call call = new OkHttpClient().newCall(SIGNED);
    Response response =
        new Response.Builder()
            .request(SIGNED)
            .protocol(Protocol.HTTP_1_1)
            .code(200)
            .message("OK")
            .build();
    hiding.requestHeadersEnd(call, SIGNED);
    hiding.responseHeadersEnd(call, response);
    hiding.followUpDecision(call, response, SIGNED);
    hiding.followUpDecision(call, response, null);

    assertThat(seen)
        .containsExactly(
            "X-Trace: 7\n", "X-Trace: 7\n", "X-Trace: 7\n", "X-Trace: 7\n", "X-Trace: 7\n", "");
  }

  @Test
  void doesNotWrapMissingListener() {
    assertThat(KeyHidingEventListener.of(EventListener.NONE)).isSameAs(EventListener.NONE);
  }
}
