import type { CallWording, Wording } from "../message/message.ts";
import type { CommandForm, EnvelopePlace, PlacesEnvelope } from "./envelope.ts";
import { readTemplate, type TemplatePiece } from "./template.ts";

/** The text of a message whose parts stand in a row, without a blank to spare. */
export function writePlaces(
	{ open = "", order, calls, flags }: PlacesEnvelope,
	wording: Wording,
): string {
	const firstWord = order.findIndex(({ is }) => is === "word");
	// Where there are several commands, all that follows the word belongs to one.
	const group = calls === undefined ? [] : order.slice(firstWord);
	const head = calls === undefined ? order : order.slice(0, firstWord);
	const confirm = wording.confirm === true ? (flags?.confirm ?? "") : "";
	const marks = confirm === "" ? "" : `,${confirm}`;
	const written =
		open +
		head.map((place) => placeText(place, wording, wording, null)).join("");
	if (calls === undefined) return written + marks;
	const texts = [wording, ...(wording.more ?? [])].map((call, at) => {
		const between =
			"end" in calls ? (calls.begin ?? "") : at === 0 ? null : calls.between;
		return group
			.map((place) => placeText(place, wording, call, between))
			.join("");
	});
	if (!("end" in calls)) return written + texts.join("") + marks;
	const code =
		flags?.code === undefined || wording.code === ""
			? ""
			: `,${flags.code}${wording.code}`;
	return (
		written +
		texts
			.map((text, at) => text + (at === 0 ? code + marks : "") + calls.end)
			.join("")
	);
}

/** @param between what stands in front of the word in place of its own separator; null for that */
function placeText(
	place: EnvelopePlace,
	{ keyword, code, confirm }: Wording,
	{ word, index, ask, slots }: CallWording,
	between: string | null,
): string {
	switch (place.is) {
		case "keyword":
			return (place.lead ?? "") + keyword;
		case "code":
			// The parameter in front may hold any sign; a blank ends it.
			return (
				(place.last === true && place.lead !== undefined ? " " : "") +
				(place.lead ?? "") +
				code +
				(place.trail ?? "")
			);
		case "confirm":
			return confirm === true ? place.text : "";
		case "word":
			return (
				(between ?? place.lead ?? "") +
				word +
				(index === undefined ? "" : (place.index ?? "") + index)
			);
		case "slots": {
			if (ask === true) return place.ask ?? "";
			const [first, ...rest] = slots;
			if (first === undefined) return "";
			return [place.lead + first, ...rest].join(place.between ?? "");
		}
	}
}

/** The text of a command in its first form; what it does not say is left out. */
export function writeForm(
	{ templates: [template = ""], pieces }: CommandForm,
	{ code, slots, confirm }: Wording,
	sign: string,
): string {
	const saidOf = (name: string): string =>
		name === "code"
			? code
			: name === "confirm"
				? confirm === true
					? sign
					: ""
				: (slots[pieces.findIndex((piece) => piece.name === name)] ?? "");
	const textOf = (parts: readonly TemplatePiece[]): string =>
		parts
			.map((piece) => {
				if (piece.type === "literal") return piece.text;
				if (piece.type === "slot") return saidOf(piece.name);
				return isSaid(piece.pieces) ? textOf(piece.pieces) : "";
			})
			.join("");
	const isSaid = (parts: readonly TemplatePiece[]): boolean =>
		parts.every((piece) => piece.type !== "slot" || saidOf(piece.name) !== "");
	return textOf(readTemplate(template));
}
