import { BLANKS, classOf, literalSource, oneOfSource } from "./characters.ts";
import type { PlacesEnvelope } from "./envelope.ts";

/** What is known of a language besides its envelope. */
export interface Vocabulary {
	/** Every command word as it is written. */
	readonly words: readonly string[];
	/** Capitals and small letters are alike. */
	readonly fold: boolean;
}

/** What separates parameters from what stands in front of them. */
export function leadsOf({ order }: PlacesEnvelope): readonly string[] {
	return order
		.flatMap((place) =>
			place.is === "slots"
				? [place.lead, place.between ?? "", place.ask ?? ""]
				: place.is === "word" || place.is === "confirm"
					? []
					: [place.lead ?? ""],
		)
		.filter((lead) => lead !== "" && !isBlankLead(lead));
}

/** What no parameter can hold. */
export function separatorsOf({
	calls,
	order,
}: PlacesEnvelope): readonly string[] {
	const slots = order.flatMap((place) =>
		place.is === "slots" && place.between !== undefined ? [place.between] : [],
	);
	const ends =
		calls === undefined ? [] : ["end" in calls ? calls.end : calls.between];
	return [...slots, ...ends];
}

/** The source of an expression for one character of a parameter, or a run of blanks in it. */
export function slotSign(
	envelope: PlacesEnvelope,
	vocabulary: Vocabulary,
): string {
	const separators = separatorsOf(envelope);
	const signs = classOf(
		separators.map((each) => each.charAt(0)).join(""),
		false,
	);
	if (!separators.some(isBlankLead)) return `[^${signs}]`;
	const others = `[^${signs} \\t\\r\\n]`;
	const blanks = envelope.order.some(
		(place) => place.is === "slots" && place.blanks === true,
	);
	// All blanks of a run at once, so that none is looked at twice.
	return blanks
		? `(?:${others}|${BLANKS}+(?!${BLANKS}|${commandAhead(envelope, vocabulary)}))`
		: others;
}

/** A known word with all that can stand right behind it. */
function commandAhead(
	envelope: PlacesEnvelope,
	{ words, fold }: Vocabulary,
): string {
	const ends = leadsOf(envelope).map((each) => literalSource(each, fold));
	const index = envelope.order.find((place) => place.is === "word")?.index;
	const number =
		index === undefined ? "" : `(?:${literalSource(index, fold)}[0-9]{1,6})?`;
	return `${oneOfSource(words, fold)}${number}(?:${[...ends, BLANKS, "(?![^])"].join("|")})`;
}

export function isBlankLead(lead: string): boolean {
	return lead !== "" && lead.trim() === "";
}
