/**
 * What all judges found, as one report for people (HTML, Markdown) and for programs (JSON): the
 * parts come from whoever ran, and what did not run is said.
 */
@NullMarked
package io.github.videotasks.contract.report;

import org.jspecify.annotations.NullMarked;
