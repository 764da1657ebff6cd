/** Check of the report in a real browser. */
@NullMarked
package io.github.videotasks.contract.browser;

import org.jspecify.annotations.NullMarked;
