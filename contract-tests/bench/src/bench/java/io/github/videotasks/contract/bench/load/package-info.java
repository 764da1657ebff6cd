/** Load test: cost of waiting for thousands of tasks at a gateway on the loopback interface. */
package io.github.videotasks.contract.bench.load;
