/**
 * Demo of the project: prints the derived contract and polls a task of each provider from waiting
 * to finished.
 */
@NullMarked
package io.github.videotasks.contract.demo;

import org.jspecify.annotations.NullMarked;
