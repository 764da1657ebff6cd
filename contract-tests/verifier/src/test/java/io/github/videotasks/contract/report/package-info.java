/** Tests of the report: its parts, its content and its files. */
@NullMarked
package io.github.videotasks.contract.report;

import org.jspecify.annotations.NullMarked;
