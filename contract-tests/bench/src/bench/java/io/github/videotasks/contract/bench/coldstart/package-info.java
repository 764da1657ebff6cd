/** Cold start: time from process start to the first decoded status, compared with openai-java. */
package io.github.videotasks.contract.bench.coldstart;
