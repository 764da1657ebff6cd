/** The extension against what real gateways do. */
@NullMarked
package io.github.videotasks.contract.ext;

import org.jspecify.annotations.NullMarked;
