/**
 * Report of all checks, for people (HTML, Markdown) and for programs (JSON). Each check writes its
 * own part; a check that did not run is reported as such.
 */
@NullMarked
package io.github.videotasks.contract.report;

import org.jspecify.annotations.NullMarked;
