/** Located facts about pages, as values: collected, sorted, compared as text. */
@NullMarked
package io.github.videotasks.spec.finding;

import org.jspecify.annotations.NullMarked;
