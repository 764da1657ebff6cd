/** Client of a Pact broker, on top of Pact's own broker client. */
@NullMarked
package io.github.videotasks.contract.broker;

import org.jspecify.annotations.NullMarked;
