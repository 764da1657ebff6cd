/** The report: who hands in what, and what comes out. */
@NullMarked
package io.github.videotasks.contract.report;

import org.jspecify.annotations.NullMarked;
