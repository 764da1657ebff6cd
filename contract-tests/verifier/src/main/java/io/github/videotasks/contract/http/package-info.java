/** HTTP requests to hosts that are not trusted: every response has limits of size and time. */
@NullMarked
package io.github.videotasks.contract.http;

import org.jspecify.annotations.NullMarked;
