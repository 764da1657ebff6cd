/**
 * Merges the documents of all pages: operations with the same path and method become one, and
 * declared schemas and examples become the evidence for one schema.
 */
@NullMarked
package io.github.videotasks.spec.merge;

import org.jspecify.annotations.NullMarked;
