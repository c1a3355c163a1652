import { field } from "../../../parameters/field.ts";
import { choice } from "../../../parameters/kinds/choice.ts";
import { integer } from "../../../parameters/kinds/integer.ts";

export type ArmedMode = "away" | "home-1" | "home-2" | "home-3";

/** A mode that somebody can want of a panel. */
export type WantedMode = "disarm" | ArmedMode;

/** An armed mode in the two parts that the panel remembers; of away the home is 1. */
export interface ModeParts {
	readonly into: "away" | "home";
	/** Which of the homes. */
	readonly home: 1 | 2 | 3;
}

export function partsOfMode(mode: ArmedMode): ModeParts {
	return { into: mode === "away" ? "away" : "home", home: homes[mode] };
}

const homes = { away: 1, "home-1": 1, "home-2": 2, "home-3": 3 } as const;

export function modeOfParts({ into, home }: ModeParts): ArmedMode {
	return into === "away" ? "away" : `home-${home}`;
}

/** The mode, and things done once. */
export const modeFields = {
	mode: field({
		label: "mode",
		kind: choice([
			{ text: "A", value: "away", meaning: "away (full arm)" },
			{ text: "H", value: "home-1", meaning: "home" },
			{ text: "D", value: "disarm", meaning: "disarm" },
			{ text: "H2", value: "home-2", meaning: "home 2" },
			{ text: "H3", value: "home-3", meaning: "home 3" },
		]),
		initial: "disarm",
		help: "Away and home start their exit delay. (CR18; H2 and H3 are inferred from MZ30)",
	}),

	locationReply: field({
		label: "location reply",
		kind: choice([
			{ text: "0", value: false, meaning: "no reply" },
			{ text: "1", value: true, meaning: "location to the sender" },
		]),
		initial: true,
		help: "Whether the location is texted to the sender. (MM85)",
	}),
	screamTime: field({
		label: "length",
		kind: integer([5, 60]),
		initial: 60,
		help: "Seconds of beeping. (MM85)",
	}),
};
