package io.github.videotasks.ext.download;

import io.github.videotasks.ext.payload.Asset;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Requests a file from the content endpoint of the gateway or from a file host.
 *
 * <p>The API key is sent with the first request only, and only to the content endpoint of the
 * requested task. A redirect from there, or the URL in a JSON body from there, is requested without
 * it, as every other URL.
 */
record FileRequester(GatewayAccess gateway, RedirectFollower redirects) {

  /** Who sent a response. */
  enum Sender {
    /** The content endpoint of the gateway. */
    GATEWAY,
    /** The target of a redirect or of a URL that the content endpoint sent. */
    LINKED_BY_GATEWAY,
    /** The host of the URL in the task. */
    FILE_HOST
  }

  /** A response and who sent it. The caller closes the response. */
  record FileResponse(Response response, Sender sender) {}

  FileResponse request(DownloadItem item, Headers headers) throws IOException {
    Call call = contentCall(item, headers);
    Asset asset = item.asset();
    if (call == null && asset != null) {
      return new FileResponse(redirects.open(asset.url()), Sender.FILE_HOST);
    }
    Call first = call == null ? gateway.newContentCall(item.id(), headers) : call;
    Response response = redirects.requestContent(first);
    if (response.isRedirect()) {
      return new FileResponse(redirects.followRedirect(response), Sender.LINKED_BY_GATEWAY);
    }
    String linked = linkedUrl(item, headers, response);
    if (linked == null) {
      return new FileResponse(response, Sender.GATEWAY);
    }
    response.close();
    return new FileResponse(redirects.open(linked), Sender.LINKED_BY_GATEWAY);
  }

  private @Nullable Call contentCall(DownloadItem item, Headers headers) {
    Asset asset = item.asset();
    return asset == null ? null : gateway.newContentCall(item.id(), asset.url(), headers);
  }

  /** Returns the URL in a JSON body, unless it is the content endpoint that sent the body. */
  private @Nullable String linkedUrl(DownloadItem item, Headers headers, Response response)
      throws IOException {
    try {
      String url = response.code() == 200 ? gateway.linkedUrl(item.id(), response) : null;
      return url == null || gateway.newContentCall(item.id(), url, headers) != null ? null : url;
    } catch (IOException | RuntimeException e) {
      response.close();
      throw e;
    }
  }
}
