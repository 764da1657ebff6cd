/**
 * Deterministic simulation: clients, waits, the rate limiter and the gateway run in virtual time on
 * one thread, in an order that a seed determines. Each history is checked against six invariants.
 */
@NullMarked
package io.github.videotasks.ext.simulation;

import org.jspecify.annotations.NullMarked;
