/**
 * The main job, shown: the table of the contract, then a task of each provider from waiting to
 * finished.
 */
@NullMarked
package io.github.videotasks.contract.demo;

import org.jspecify.annotations.NullMarked;
