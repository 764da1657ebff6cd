package io.github.videotasks.ext;

import io.github.videotasks.ext.http.RequestSettings;
import io.github.videotasks.ext.polling.WaitPolicy;

/** What a client uses where a call names nothing else. */
record ClientDefaults(EndpointStyle endpoint, CallOptions callOptions, WaitPolicy waitPolicy) {

  RequestSettings settings(CallOptions options) {
    EndpointStyle style = options.endpoint() == null ? endpoint : options.endpoint();
    return new RequestSettings(style.operation(), options.timeout(), options.maxRequests());
  }
}
