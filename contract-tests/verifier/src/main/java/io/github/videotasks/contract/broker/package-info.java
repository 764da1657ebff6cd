/** What a Pact broker is told and asked, through Pact's own client. */
@NullMarked
package io.github.videotasks.contract.broker;

import org.jspecify.annotations.NullMarked;
