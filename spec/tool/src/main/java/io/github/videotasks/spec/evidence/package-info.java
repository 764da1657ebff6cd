/** Evidence for the fields of the contract: declarations of the pages and their examples. */
@NullMarked
package io.github.videotasks.spec.evidence;

import org.jspecify.annotations.NullMarked;
