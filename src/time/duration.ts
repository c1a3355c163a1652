import { DAY, HOUR, MINUTE, SECOND } from "./units.ts";

const UNITS = { ms: 1, s: SECOND, m: MINUTE, h: HOUR, d: DAY };

/**
 * A length of time as written: `30s`, `1h 30m`, `250ms`, `2d`.
 * @returns milliseconds, null for any other text
 */
export function durationOf(text: string): number | null {
	const parts = text.trim().split(/\s+/);
	let total = 0;
	for (const part of parts) {
		const [, count, unit] = /^(\d+)(ms|s|m|h|d)$/.exec(part) ?? [];
		if (count === undefined || !isUnit(unit)) return null;
		total += Number(count) * UNITS[unit];
	}
	return total;
}

/** A length of time as `durationOf` reads it: `1h 30m`; `0s` for none. */
export function durationText(milliseconds: number): string {
	let left = milliseconds;
	const parts: string[] = [];
	for (const [unit, length] of Object.entries(UNITS).toReversed()) {
		const count = Math.floor(left / length);
		if (count === 0) continue;
		parts.push(`${count}${unit}`);
		left -= count * length;
	}
	return parts.length === 0 ? "0s" : parts.join(" ");
}

function isUnit(text: string | undefined): text is keyof typeof UNITS {
	return text !== undefined && Object.hasOwn(UNITS, text);
}
