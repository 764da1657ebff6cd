package io.github.videotasks.ext.http;

import java.io.IOException;
import java.util.concurrent.Executor;
import kotlin.jvm.functions.Function0;
import kotlin.reflect.KClass;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.Response;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Creates calls whose callbacks run on an executor instead of a thread of OkHttp, which the polls
 * need. The executor's thread also reads the body, because a callback does so.
 */
record CallbackCallFactory(Call.Factory factory, Executor executor) implements Call.Factory {

  @Override
  public Call newCall(Request request) {
    return new CallbackCall(factory.newCall(request), executor);
  }

  private record CallbackCall(Call call, Executor executor) implements Call {

    @Override
    public void enqueue(Callback callback) {
      call.enqueue(
          new Callback() {
            @Override
            public void onFailure(Call failed, IOException error) {
              executor.execute(() -> callback.onFailure(CallbackCall.this, error));
            }

            @Override
            public void onResponse(Call done, Response response) {
              executor.execute(() -> respond(callback, response));
            }
          });
    }

    private void respond(Callback callback, Response response) {
      try {
        callback.onResponse(this, response);
      } catch (IOException e) {
        // OkHttp logs it as well: the response was received, so onFailure would be wrong.
        System.getLogger(CallbackCallFactory.class.getName())
            .log(System.Logger.Level.INFO, "a callback of " + call.request().url().host(), e);
      }
    }

    @Override
    public Request request() {
      return call.request();
    }

    @Override
    public Response execute() throws IOException {
      return call.execute();
    }

    @Override
    public void cancel() {
      call.cancel();
    }

    @Override
    public boolean isExecuted() {
      return call.isExecuted();
    }

    @Override
    public boolean isCanceled() {
      return call.isCanceled();
    }

    @Override
    public Timeout timeout() {
      return call.timeout();
    }

    @Override
    public void addEventListener(EventListener listener) {
      call.addEventListener(listener);
    }

    @Override
    public <T> @Nullable T tag(KClass<T> type) {
      return call.tag(type);
    }

    @Override
    public <T> @Nullable T tag(Class<? extends T> type) {
      return call.tag(type);
    }

    @Override
    public <T> T tag(KClass<T> type, Function0<? extends T> create) {
      return call.tag(type, create);
    }

    @Override
    public <T> T tag(Class<T> type, Function0<? extends T> create) {
      return call.tag(type, create);
    }

    @Override
    public Call clone() {
      return new CallbackCall(call.clone(), executor);
    }
  }
}
