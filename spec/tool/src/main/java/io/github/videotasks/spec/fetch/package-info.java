/** Imports pages from a URL or a file; protects against SSRF, oversized and slow responses. */
@NullMarked
package io.github.videotasks.spec.fetch;

import org.jspecify.annotations.NullMarked;
