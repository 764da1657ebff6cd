/**
 * What can go wrong between a caller and a gateway, as unchecked exceptions of one family.
 *
 * <p>A task that ended without a video is no exception: it is an answer, told by its stage and
 * failure.
 */
@NullMarked
package io.github.videotasks.ext.error;

import org.jspecify.annotations.NullMarked;
