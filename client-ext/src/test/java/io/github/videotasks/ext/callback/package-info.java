@NullMarked
package io.github.videotasks.ext.callback;

import org.jspecify.annotations.NullMarked;
