package io.github.videotasks.spec.page;

/**
 * One fenced block of a page, or a whole plain file.
 *
 * @param info what follows the opening fence, such as {@code yaml}; empty when nothing does
 * @param text the block's text, line feeds only
 * @param line the line of the file that the text begins on, from 1
 * @param closed false when the file ends inside the block
 */
record Block(String info, String text, int line, boolean closed) {}
