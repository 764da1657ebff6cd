/** Recording of responses to a file, masked before a byte is written. */
@NullMarked
package io.github.videotasks.ext.recording;

import org.jspecify.annotations.NullMarked;
