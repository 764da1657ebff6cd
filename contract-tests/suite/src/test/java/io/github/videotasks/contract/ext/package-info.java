/** Tests of the extension with the responses and faults of real gateways. */
@NullMarked
package io.github.videotasks.contract.ext;

import org.jspecify.annotations.NullMarked;
