/** Command line {@code java -jar contract-verifier.jar}, for teams without Maven or a checkout. */
@NullMarked
package io.github.videotasks.contract.cli;

import org.jspecify.annotations.NullMarked;
