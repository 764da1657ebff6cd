/**
 * The second judge: contracts and vendors' answers against OpenAPI documents, the raw pages and the
 * canonical spec.
 */
@NullMarked
package io.github.videotasks.contract.crosscheck;

import org.jspecify.annotations.NullMarked;
