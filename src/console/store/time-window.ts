import { DAY, MINUTE, SECOND } from "../../time/units.ts";

/** A stretch of time that is looked at, in milliseconds since 1970. */
export interface TimeWindow {
	readonly from: number;
	readonly to: number;
}

/** No window is shorter or longer than these, in milliseconds. */
const SHORTEST = SECOND;
const LONGEST = 4000 * DAY;

/** Of a window that shows everything, the share that stays free on each side. */
const MARGIN = 0.04;

/** The window that shows all from one instant to another, a minute at least. */
export function wholeWindow(from: number, to: number): TimeWindow {
	const length = Math.max(MINUTE, to - from);
	return { from: from - MARGIN * length, to: from + (1 + MARGIN) * length };
}

/**
 * The window with more or less time in it; the instant under the pointer stays there.
 * @param factor above 1 shows more
 */
export function zoomed(
	{ from, to }: TimeWindow,
	at: number,
	factor: number,
): TimeWindow {
	const length = Math.min(LONGEST, Math.max(SHORTEST, (to - from) * factor));
	const share = (at - from) / (to - from);
	return { from: at - share * length, to: at + (1 - share) * length };
}

/** The window moved by a length of time. */
export function panned({ from, to }: TimeWindow, by: number): TimeWindow {
	return { from: from + by, to: to + by };
}

/** The window moved so far that an instant is in it. */
export function showing(window: TimeWindow, at: number): TimeWindow {
	if (at >= window.from && at <= window.to) return window;
	return panned(window, at - (window.from + window.to) / 2);
}

const steps = [
	1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 43_200,
	86_400,
].map((seconds) => seconds * SECOND);

/**
 * Round instants for the scale, at most so many.
 * @param most at least 1
 */
export function scaleOf(
	{ from, to }: TimeWindow,
	most: number,
): readonly number[] {
	const length = to - from;
	const step =
		steps.find((each) => length / each <= most) ??
		Math.ceil(length / most / DAY) * DAY;
	const first = Math.ceil(from / step) * step;
	const count = Math.floor((to - first) / step) + 1;
	return Array.from(
		{ length: Math.max(0, count) },
		(_, at) => first + at * step,
	);
}
