/** Tests of the broker client against a stub on loopback. */
@NullMarked
package io.github.videotasks.contract.broker;

import org.jspecify.annotations.NullMarked;
