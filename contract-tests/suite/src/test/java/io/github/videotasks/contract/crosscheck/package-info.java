/**
 * Independent checks beside Pact's verifier: contracts and vendors' examples against OpenAPI
 * documents, which are the raw pages and the canonical spec.
 */
@NullMarked
package io.github.videotasks.contract.crosscheck;

import org.jspecify.annotations.NullMarked;
