import { MASK } from "../../derive/secrets.ts";
import type { Quirk } from "../../simulation/quirk.ts";

/** What a real panel was seen to answer, for people who mark a command *observed*. */
export interface Observations {
	readonly model: string;
	/** As the panel says it; null where nobody said so. */
	readonly firmware: string | null;
	/** `2026-11-30` */
	readonly date: string;
	/** Each command in the order in which it was first answered. */
	readonly commands: readonly Observation[];
}

/** How a command was answered, whatever its values. */
export interface Observation {
	/** The command word; null for what is read as none. */
	readonly word: string | null;
	/** What our panel makes of it. */
	readonly verdict: Quirk["verdict"];
	/** One sign a parameter: `v` a value, `-` a blank; null where it is not known. */
	readonly shape: string | null;
	/** What the panel answered, each digit run of four and more masked; none is silence. */
	readonly answers: readonly string[];
	/** Whether ours answers the same, or as much as done. */
	readonly alike: boolean;
}

/** Answers of a panel as what was observed, each manner once, without numbers and codes. */
export function observed(
	answers: readonly Quirk[],
	panel: Omit<Observations, "commands">,
): Observations {
	const commands = answers.map(
		({ word, verdict, shape, ours, theirs }): Observation => ({
			word,
			verdict,
			shape,
			// The other panel's PINs are not known here: any number may be one.
			answers: theirs.map((text) => text.replace(/\d{4,}/g, MASK)),
			alike: JSON.stringify(ours) === JSON.stringify(theirs),
		}),
	);
	const once = new Map(commands.map((each) => [JSON.stringify(each), each]));
	return { ...panel, commands: [...once.values()] };
}
