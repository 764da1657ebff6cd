/** Tests of the contract with unmodified generators and tools of other languages. */
@NullMarked
package io.github.videotasks.spec.stock;

import org.jspecify.annotations.NullMarked;
