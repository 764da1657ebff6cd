/** From the start of a process to the first decoded status, ours beside a vendor's own client. */
package io.github.videotasks.contract.bench.coldstart;
