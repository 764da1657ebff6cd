package io.github.videotasks.spec.page;

import org.jspecify.annotations.Nullable;

/**
 * A provider: one gateway host with one model family and one wire format, described by one page.
 *
 * @param id its id, such as {@code acme-sora}
 * @param pageFile its page's file name
 * @param baseUrl the gateway's base URL; null to use the page's first server
 * @param modelFamily the model family; null when not configured
 * @param wireFormat the wire format, such as {@code unified} or {@code openai}; null when not
 *     configured
 * @param pageUrl the URL where the page was published; null when not configured
 */
public record Provider(
    String id,
    String pageFile,
    @Nullable String baseUrl,
    @Nullable String modelFamily,
    @Nullable String wireFormat,
    @Nullable String pageUrl) {}
