/** Runs Maven in a test: builds of consumers, and builds of changed copies of this project. */
@org.jspecify.annotations.NullMarked
package io.github.videotasks.contract.maven;
