package io.github.videotasks.spec.page;

/**
 * One fenced block of a page, or a whole plain file.
 *
 * @param infoString what follows the opening fence, such as {@code yaml}; empty when nothing does
 * @param text the block's text, line feeds only
 * @param firstLine the line of the file that the text begins on, from 1
 * @param closed false when the file ends inside the block
 */
record FencedBlock(String infoString, String text, int firstLine, boolean closed) {}
