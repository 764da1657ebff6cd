/** Thousands of tasks at a time against a gateway on the loopback: what waiting for them costs. */
package io.github.videotasks.contract.bench.load;
