/** What a team has decided about findings and changes: accepted findings, and severities. */
@NullMarked
package io.github.videotasks.spec.policy;

import org.jspecify.annotations.NullMarked;
