/** What a person must decide about a change: status values, and fields that client-ext may need. */
@NullMarked
package io.github.videotasks.spec.attention;

import org.jspecify.annotations.NullMarked;
