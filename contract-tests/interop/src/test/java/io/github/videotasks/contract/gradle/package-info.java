/**
 * What Gradle resolves from the published POMs and the module metadata of their dependencies. No
 * Gradle is on Maven Central, so its documented rules are applied here.
 */
@org.jspecify.annotations.NullMarked
package io.github.videotasks.contract.gradle;
