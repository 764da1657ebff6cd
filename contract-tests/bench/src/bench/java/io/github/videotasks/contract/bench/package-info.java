/**
 * JMH benchmarks that compare the generated client with other libraries on the same responses. Run
 * with the Maven profile "bench".
 */
package io.github.videotasks.contract.bench;
