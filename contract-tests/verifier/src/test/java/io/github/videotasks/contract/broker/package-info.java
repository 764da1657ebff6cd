/** The broker's client, against a stand-in on the loopback that says it is one. */
@NullMarked
package io.github.videotasks.contract.broker;

import org.jspecify.annotations.NullMarked;
