/** Reviews: changes and findings with providers and page lines, in the formats people read. */
@NullMarked
package io.github.videotasks.spec.review;

import org.jspecify.annotations.NullMarked;
