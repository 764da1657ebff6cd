/** What the pages' own examples prove about a field. */
@NullMarked
package io.github.videotasks.spec.evidence;

import org.jspecify.annotations.NullMarked;
