/**
 * Runtime of generated clients: a lossless JSON model, its codec over UTF-8 bytes, Moshi adapters
 * and Retrofit converters.
 *
 * <p>Generated models extend {@link io.github.videotasks.client.runtime.JsonModel}, generated
 * adapters extend {@link io.github.videotasks.client.runtime.ModelAdapter}. This package does not
 * depend on a contract: a client that is generated from any OpenAPI document with the templates of
 * {@code client-generated} can use it.
 */
@NullMarked
package io.github.videotasks.client.runtime;

import org.jspecify.annotations.NullMarked;
