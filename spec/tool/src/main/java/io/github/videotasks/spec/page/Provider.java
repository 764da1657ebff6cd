package io.github.videotasks.spec.page;

import org.jspecify.annotations.Nullable;

/**
 * One party to a contract: a gateway host, a model family and a wire format.
 *
 * @param id its name, such as {@code acme-sora}
 * @param pageFile its page's file name
 * @param baseUrl the address that it answers at; null to take the page's first server
 * @param modelFamily the model family; null when nobody said
 * @param wireFormat the wire format, such as {@code unified} or {@code openai}; null when nobody
 *     said
 * @param pageUrl where the page was published; null when nobody said
 */
public record Provider(
    String id,
    String pageFile,
    @Nullable String baseUrl,
    @Nullable String modelFamily,
    @Nullable String wireFormat,
    @Nullable String pageUrl) {}
