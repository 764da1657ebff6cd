/**
 * What surrounds an HTTP call to a gateway: limits, retries, secrets and response parsing. Only
 * {@link io.github.videotasks.ext.http.GatewayClient} and what creates it are public.
 */
@NullMarked
package io.github.videotasks.ext.http;

import org.jspecify.annotations.NullMarked;
