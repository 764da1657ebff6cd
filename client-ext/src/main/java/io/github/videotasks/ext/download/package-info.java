/**
 * Downloads the files of finished tasks. The entry point is {@link
 * io.github.videotasks.ext.download.Downloads}.
 *
 * <p>The URLs in a response are not trusted: the IP address is checked when the socket connects,
 * the content is checked by its first bytes, and neither the URL nor the headers of its response
 * influence the file name.
 */
@NullMarked
package io.github.videotasks.ext.download;

import org.jspecify.annotations.NullMarked;
