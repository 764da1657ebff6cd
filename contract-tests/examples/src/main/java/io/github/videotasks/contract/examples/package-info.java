/**
 * Example programs that use client-ext, and the program that runs one of them against the replay
 * server.
 */
@NullMarked
package io.github.videotasks.contract.examples;

import org.jspecify.annotations.NullMarked;
