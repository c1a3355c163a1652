import type { TimeWindow } from "../../store/time-window.ts";

/** Pixels that the names of the lanes take, and that stay free at the end. */
export const LABEL = 56;
const END = 24;

/** Pixels of a picture that show time. */
export function pictureRoom(width: number): number {
	return Math.max(1, width - LABEL - END);
}

/** Where an instant stands in a picture of that width. */
export function pixelOf(
	{ from, to }: TimeWindow,
	width: number,
	at: number,
): number {
	return LABEL + ((at - from) / (to - from)) * pictureRoom(width);
}

/** Which instant stands at a place of the picture. */
export function instantAtPixel(
	{ from, to }: TimeWindow,
	width: number,
	x: number,
): number {
	return from + ((x - LABEL) / pictureRoom(width)) * (to - from);
}
