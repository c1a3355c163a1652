import type { Response } from "../firmware/answer/response.ts";

/**
 * A difference between a real panel's answer and ours. It applies to every message
 * that our panel judges in the same way. It covers the answer only: what the real
 * panel does is not known. Plain data.
 */
export interface Quirk {
	/** The model that the other panel was compared with; it is of no other one. */
	readonly model: string;
	/** `usrs-error-parameter-digits-pin` */
	readonly name: string;
	/** The command word; null where ours reads none. */
	readonly word: string | null;
	readonly verdict: "done" | "asked" | "error" | "silence";
	/** Code of the first diagnostic, or reason of the silence; null where it is done. */
	readonly why: string | null;
	/** The parameter that is at fault; null for none. */
	readonly parameter: string | null;
	/** One sign a parameter: `v` a value, `-` a blank. */
	readonly shape: string;
	/** What ours answers. */
	readonly ours: readonly string[];
	/** What the other one answered. */
	readonly theirs: readonly string[];
}

/** The quirk with which our panel answers as the other one did. */
export function quirkOf(
	model: string,
	response: Response,
	ours: readonly string[],
	theirs: readonly string[],
): Quirk {
	const manner = mannerOf(response);
	const { word, verdict, why, parameter } = manner;
	const name = [word, verdict, why, parameter]
		.filter((part) => part !== null)
		.join("-")
		.toLowerCase()
		.replace(/\?/g, "-query")
		.replace(/[^a-z0-9]+/g, "-");
	return { model, name, ...manner, ours, theirs };
}

/** Our answers, with quirks applied. */
export function quirked(
	quirks: readonly Quirk[],
	response: Response,
	ours: readonly string[],
): readonly string[] {
	const manner = JSON.stringify([mannerOf(response), ours]);
	const found = quirks.find(({ name: _, theirs: __, ours: known, ...rest }) => {
		const { word, verdict, why, parameter, shape } = rest;
		return (
			JSON.stringify([{ word, verdict, why, parameter, shape }, known]) ===
			manner
		);
	});
	return found?.theirs ?? ours;
}

function mannerOf({
	verdict,
}: Response): Omit<Quirk, "model" | "name" | "ours" | "theirs"> {
	const slots = verdict.message?.slots ?? [];
	const shape = slots.map(({ text }) => (text === "" ? "-" : "v")).join("");
	const word = verdict.message?.word.text ?? null;
	if (verdict.type === "silence")
		return {
			word,
			verdict: "silence",
			why: verdict.reason,
			parameter: null,
			shape,
		};
	const [diagnostic] = verdict.type === "error" ? verdict.diagnostics : [];
	return {
		word,
		verdict: verdict.type,
		why: diagnostic?.code ?? null,
		parameter: diagnostic?.parameter ?? null,
		shape,
	};
}
