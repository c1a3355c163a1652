import { Misfit } from "../parameters/kind.ts";
import { durationOf } from "../time/duration.ts";
import { MINUTE } from "../time/units.ts";
import { happenings } from "./happenings.ts";
import { LONGEST_TEST } from "./reporting/on-test.ts";
import type { Keypad, KeypadRemote } from "./state/coded-event.ts";
import {
	type Cause,
	type Happening,
	type PanelEvent,
	site,
} from "./state/event.ts";
import { fields } from "./state/fields.ts";

/** A line of the step language, read; or what is wrong with it, and where. */
export type TypedEvent =
	| { readonly ok: true; readonly event: PanelEvent }
	| { readonly ok: false; readonly fault: StepFault };

export interface StepFault {
	/** Stable: `step/unknown`. */
	readonly code: string;
	/** One line for people; it quotes no codes. */
	readonly message: string;
	readonly hint: string | null;
	/** UTF-16 offsets of the part that is wrong. */
	readonly start: number;
	readonly end: number;
}

/** Reads a line of the step language. Capitals do not matter, nor how many blanks. */
export function readTypedEvent(text: string): TypedEvent {
	const parts = [...text.matchAll(/\S+/g)].map((match) => ({
		text: match[0],
		start: match.index,
		end: match.index + match[0].length,
	}));
	if (parts.length === 0)
		return fault("step/empty", "nothing is said to happen", 0, text.length);
	const words = parts.map((part) => part.text.toLowerCase());
	const form = happenings.find(({ words: pattern }) => fits(pattern, words));
	if (form === undefined) {
		const near = happenings.filter(
			({ words: w }) => w.split(" ")[0] === words[0],
		);
		const hint = (near.length > 0 ? near : happenings)
			.map(({ words: w }) => w)
			.join(", ");
		return fault(
			"step/unknown",
			"this does not happen at a panel",
			0,
			text.length,
			hint,
		);
	}
	const pattern = form.words.split(" ");
	const zonePart = parts[pattern.indexOf("N")];
	const codePart = parts[pattern.indexOf("CODE")];
	const zone =
		zonePart === undefined ? 0 : fields.zoneNumber.kind.read(zonePart.text);
	if (zone instanceof Misfit || (zonePart !== undefined && zone === 0))
		return fault(
			"step/zone",
			`zone: ${fields.zoneNumber.kind.rule}`,
			zonePart?.start ?? 0,
			zonePart?.end ?? text.length,
		);
	const timePart = parts[pattern.indexOf("TIME")];
	const minutes = timePart === undefined ? 0 : minutesOf(timePart.text);
	if (minutes === null)
		return fault(
			"step/time",
			"a length is 1m to 24h, as 30m or 2h",
			timePart?.start ?? 0,
			timePart?.end ?? text.length,
		);
	const happening = form.happening(zone, codePart?.text ?? "", minutes);
	return { ok: true, event: { ...happening, by: causeOf(happening) } };
}

/** The line that an event is read from; null for what is not of the house. */
export function writeTypedEvent(event: Happening): string | null {
	const zone =
		"zone" in event && typeof event.zone === "number" ? event.zone : 0;
	const code =
		isAtKeypad(event) || event.type === "mqtt-mode" ? (event.code ?? "") : "";
	const minutes = event.type === "on-test" ? event.minutes : 0;
	const form = happenings.find(
		({ words, happening }) =>
			isSame(happening(zone, code, minutes), event) &&
			words.includes("TIME") === minutes > 0,
	);
	return (
		form?.words
			.replace(/\bN\b/, `${zone}`)
			.replace(/\bTIME\b/, `${minutes}m`)
			.replace(/\bCODE\b/, () => code) ?? null
	);
}

function fits(pattern: string, words: readonly string[]): boolean {
	const wanted = pattern.split(" ");
	return (
		wanted.length === words.length &&
		wanted.every((word, at) => slots.has(word) || word === words[at])
	);
}

/** Words of a form that stand for what is typed there. */
const slots: ReadonlySet<string> = new Set(["N", "CODE", "TIME"]);

/** Whole minutes, up to a day; null for what is none. */
function minutesOf(text: string): number | null {
	const length = durationOf(text.toLowerCase());
	const minutes = length === null ? 0 : Math.trunc(length / MINUTE);
	return minutes >= 1 && minutes * MINUTE <= LONGEST_TEST ? minutes : null;
}

function causeOf(happening: Happening): Cause {
	if (happening.type === "mqtt-mode") return { via: "mqtt" };
	return isAtKeypad(happening) ? { via: "keypad" } : site;
}

function isAtKeypad(event: Happening): event is Keypad | KeypadRemote {
	return event.type === "keypad" || event.type === "keypad-remote";
}

function isSame(a: Happening, b: Happening): boolean {
	const { by: _, ...rest } = { by: null, ...b };
	const entries = Object.entries(a);
	const others = new Map<string, unknown>(Object.entries(rest));
	return (
		entries.length === others.size &&
		entries.every(([key, value]) => others.get(key) === value)
	);
}

function fault(
	code: string,
	message: string,
	start: number,
	end: number,
	hint: string | null = null,
): TypedEvent {
	return { ok: false, fault: { code, message, hint, start, end } };
}
