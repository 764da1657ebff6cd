/**
 * Tests of a release: the rules of Maven Central, a consumer of the released files, and a second
 * build with the same bytes. Most run with the profile {@code release} only.
 */
@org.jspecify.annotations.NullMarked
package io.github.videotasks.contract.release;
