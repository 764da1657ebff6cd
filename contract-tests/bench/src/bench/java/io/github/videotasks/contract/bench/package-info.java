/**
 * The generated client beside other ways to read the same answers; see the profile "bench" in the
 * POM.
 */
package io.github.videotasks.contract.bench;
