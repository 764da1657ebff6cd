/**
 * The runtime of generated clients: a JSON model that loses nothing, its codec over UTF-8 bytes,
 * and both as Moshi adapters and Retrofit converters.
 *
 * <p>Generated models extend {@link io.github.videotasks.client.runtime.JsonModel}, generated
 * adapters {@link io.github.videotasks.client.runtime.ModelAdapter}. Nothing here depends on a
 * contract: the client of any OpenAPI document that is generated with the templates of {@code
 * client-generated} runs on this package.
 */
@NullMarked
package io.github.videotasks.client.runtime;

import org.jspecify.annotations.NullMarked;
