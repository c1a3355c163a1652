import { wallDate } from "../../panel/state/wall-clock.ts";
import { durationText } from "../../time/duration.ts";

/** `2026-11-21 22:30:05` as clocks in a time zone show it. */
export function localTime(instant: number, timeZone: string): string {
	const [day = "", time = ""] = wallDate(instant, timeZone)
		.toISOString()
		.split("T");
	return `${day} ${time.slice(0, 8)}`;
}

/** A length of time in whole seconds, rounded up: `2m 30s`. */
export function lengthText(milliseconds: number): string {
	return durationText(Math.ceil(milliseconds / 1000) * 1000);
}
