/**
 * Programs of other languages of the JVM that use client-ext: they compile, tell what a program in
 * Java tells, and misuses of the API do not compile. The programs stand in {@code src/callers}.
 */
@NullMarked
package io.github.videotasks.contract.callers;

import org.jspecify.annotations.NullMarked;
