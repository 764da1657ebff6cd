/** The command line: {@code java -jar contract-verifier.jar}, for teams without Maven or Java. */
@NullMarked
package io.github.videotasks.contract.cli;

import org.jspecify.annotations.NullMarked;
