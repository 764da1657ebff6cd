/**
 * Parses the task object of a response into stage, progress, URLs, times and failure, and keeps the
 * raw JSON tree.
 *
 * <p>Every result is a pure function of the text of the response. An undocumented form never causes
 * an exception: a value that cannot be parsed is null in the parsed view and still present in the
 * raw tree.
 */
@NullMarked
package io.github.videotasks.ext.payload;

import org.jspecify.annotations.NullMarked;
