/**
 * Helpers shared by the tests of the contract modules: an HTTP client, a stub provider, child
 * processes and the wire case files.
 */
@NullMarked
package io.github.videotasks.contract.testkit;

import org.jspecify.annotations.NullMarked;
