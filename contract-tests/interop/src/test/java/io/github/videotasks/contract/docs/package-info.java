/** Tests that the code blocks, commands and links of the documents are right. */
@NullMarked
package io.github.videotasks.contract.docs;

import org.jspecify.annotations.NullMarked;
