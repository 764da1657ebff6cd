/** Tests of recordings. */
@NullMarked
package io.github.videotasks.contract.recording;

import org.jspecify.annotations.NullMarked;
