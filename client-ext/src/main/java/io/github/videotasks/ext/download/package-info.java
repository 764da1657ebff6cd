/**
 * Brings the files of finished tasks home. Start at {@link
 * io.github.videotasks.ext.download.Downloads}.
 *
 * <p>An address in an answer is a stranger's word: where it leads is checked at the socket, what it
 * serves is checked by its first bytes, and neither has a say in the name of the file.
 */
@NullMarked
package io.github.videotasks.ext.download;

import org.jspecify.annotations.NullMarked;
