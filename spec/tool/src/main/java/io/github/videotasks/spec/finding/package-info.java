/** Findings: facts about pages with file and line, as immutable and sortable values. */
@NullMarked
package io.github.videotasks.spec.finding;

import org.jspecify.annotations.NullMarked;
