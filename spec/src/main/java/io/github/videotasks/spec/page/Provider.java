package io.github.videotasks.spec.page;

import org.jspecify.annotations.Nullable;

/**
 * One party to a contract: a gateway host, a model family and a wire format.
 *
 * @param id its name, such as {@code acme-sora}
 * @param page its page's file name
 * @param host the address that it answers at; null to take the page's first server
 * @param family the model family; null when nobody said
 * @param format the wire format, such as {@code unified} or {@code openai}; null when nobody said
 * @param origin where the page was published; null when nobody said
 */
public record Provider(
    String id,
    String page,
    @Nullable String host,
    @Nullable String family,
    @Nullable String format,
    @Nullable String origin) {}
