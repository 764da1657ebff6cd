/** Writes the documents of the repository as a site that needs neither a server nor a network. */
@NullMarked
package io.github.videotasks.contract.site;

import org.jspecify.annotations.NullMarked;
