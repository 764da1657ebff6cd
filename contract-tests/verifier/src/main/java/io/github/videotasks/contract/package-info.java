/** Contract tests: replays the examples of the vendors' pages and verifies pacts against them. */
@NullMarked
package io.github.videotasks.contract;

import org.jspecify.annotations.NullMarked;
