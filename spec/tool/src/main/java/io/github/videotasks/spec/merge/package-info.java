/**
 * Documents of one path and method become one operation; declared and shown schemas become one
 * shape.
 */
@NullMarked
package io.github.videotasks.spec.merge;

import org.jspecify.annotations.NullMarked;
