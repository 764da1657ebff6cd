package io.github.videotasks.ext.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Forwards the events of a call to the event listener of a shared client, without the API key.
 * OkHttp passes a listener the request as it is sent, after the last interceptor. A test checks
 * that every event is forwarded, also those of a later version of OkHttp.
 */
final class KeyHidingEventListener extends EventListener {

  private final EventListener listener;

  private KeyHidingEventListener(EventListener listener) {
    this.listener = listener;
  }

  /** Returns a factory of listeners that do not see the API key. */
  static EventListener.Factory factory(EventListener.Factory shared) {
    return call -> of(shared.create(call));
  }

  static EventListener of(EventListener listener) {
    return listener == EventListener.NONE ? listener : new KeyHidingEventListener(listener);
  }

  private static Request hide(Request request) {
    return ApiKeyInterceptor.withoutKey(request);
  }

  private static Response hide(Response response) {
    return response.newBuilder().request(hide(response.request())).build();
  }

  @Override
  public void callStart(Call call) {
    listener.callStart(call);
  }

  @Override
  public void dispatcherQueueStart(Call call, Dispatcher dispatcher) {
    listener.dispatcherQueueStart(call, dispatcher);
  }

  @Override
  public void dispatcherQueueEnd(Call call, Dispatcher dispatcher) {
    listener.dispatcherQueueEnd(call, dispatcher);
  }

  @Override
  public void proxySelectStart(Call call, HttpUrl url) {
    listener.proxySelectStart(call, url);
  }

  @Override
  public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
    listener.proxySelectEnd(call, url, proxies);
  }

  @Override
  public void dnsStart(Call call, String domain) {
    listener.dnsStart(call, domain);
  }

  @Override
  public void dnsEnd(Call call, String domain, List<InetAddress> addresses) {
    listener.dnsEnd(call, domain, addresses);
  }

  @Override
  public void connectStart(Call call, InetSocketAddress socketAddress, Proxy proxy) {
    listener.connectStart(call, socketAddress, proxy);
  }

  @Override
  public void secureConnectStart(Call call) {
    listener.secureConnectStart(call);
  }

  @Override
  public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
    listener.secureConnectEnd(call, handshake);
  }

  @Override
  public void connectEnd(
      Call call, InetSocketAddress socketAddress, Proxy proxy, @Nullable Protocol protocol) {
    listener.connectEnd(call, socketAddress, proxy, protocol);
  }

  @Override
  public void connectFailed(
      Call call,
      InetSocketAddress socketAddress,
      Proxy proxy,
      @Nullable Protocol protocol,
      IOException error) {
    listener.connectFailed(call, socketAddress, proxy, protocol, error);
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    listener.connectionAcquired(call, connection);
  }

  @Override
  public void connectionReleased(Call call, Connection connection) {
    listener.connectionReleased(call, connection);
  }

  @Override
  public void requestHeadersStart(Call call) {
    listener.requestHeadersStart(call);
  }

  @Override
  public void requestHeadersEnd(Call call, Request request) {
    listener.requestHeadersEnd(call, hide(request));
  }

  @Override
  public void requestBodyStart(Call call) {
    listener.requestBodyStart(call);
  }

  @Override
  public void requestBodyEnd(Call call, long byteCount) {
    listener.requestBodyEnd(call, byteCount);
  }

  @Override
  public void requestFailed(Call call, IOException error) {
    listener.requestFailed(call, error);
  }

  @Override
  public void responseHeadersStart(Call call) {
    listener.responseHeadersStart(call);
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    listener.responseHeadersEnd(call, hide(response));
  }

  @Override
  public void responseBodyStart(Call call) {
    listener.responseBodyStart(call);
  }

  @Override
  public void responseBodyEnd(Call call, long byteCount) {
    listener.responseBodyEnd(call, byteCount);
  }

  @Override
  public void responseFailed(Call call, IOException error) {
    listener.responseFailed(call, error);
  }

  @Override
  public void callEnd(Call call) {
    listener.callEnd(call);
  }

  @Override
  public void callFailed(Call call, IOException error) {
    listener.callFailed(call, error);
  }

  @Override
  public void canceled(Call call) {
    listener.canceled(call);
  }

  @Override
  public void satisfactionFailure(Call call, Response response) {
    listener.satisfactionFailure(call, hide(response));
  }

  @Override
  public void cacheHit(Call call, Response response) {
    listener.cacheHit(call, hide(response));
  }

  @Override
  public void cacheMiss(Call call) {
    listener.cacheMiss(call);
  }

  @Override
  public void cacheConditionalHit(Call call, Response response) {
    listener.cacheConditionalHit(call, hide(response));
  }

  @Override
  public void retryDecision(Call call, IOException error, boolean retry) {
    listener.retryDecision(call, error, retry);
  }

  @Override
  public void followUpDecision(Call call, Response response, @Nullable Request next) {
    listener.followUpDecision(call, hide(response), next == null ? null : hide(next));
  }
}
