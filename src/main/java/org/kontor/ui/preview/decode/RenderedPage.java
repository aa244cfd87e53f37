package org.kontor.ui.preview.decode;

/**
 * One page, drawn.
 *
 * @param widest logical pixels that the page does not exceed at zoom 1: a small picture is not
 *     blown up to the pane's width
 * @param incomplete whether a part of the page could not be drawn
 * @param index which page of the file it is, from 0
 * @param quarterTurns that it was turned by, clockwise
 */
public record RenderedPage(
    Pixels pixels, double widest, boolean incomplete, int index, int quarterTurns) {}
