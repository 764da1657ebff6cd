package io.github.videotasks.spec.page;

/**
 * One fenced code block of a page, or a whole plain file.
 *
 * @param infoString the text after the opening fence, such as {@code yaml}; may be empty
 * @param text the block's text, line feeds only
 * @param firstLine the line of the file where the text begins, from 1
 * @param closed false when the file ends inside the block
 */
record FencedBlock(String infoString, String text, int firstLine, boolean closed) {}
