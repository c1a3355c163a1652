/**
 * How a zone reacts (zone type). The words are MZ30's; the two-digit numbers
 * of DEED are inferred: the CR200's three keep theirs, the others follow in the
 * order of the manual's table, and after them the newer names of 1L.
 */
export const attributes = [
	{ text: "00", value: "burglar", meaning: "burglar" },
	{ text: "01", value: "home-omit", meaning: "home omit" },
	{ text: "02", value: "entry", meaning: "entry" },
	{ text: "03", value: "home-12-omit", meaning: "home 1/2 omit" },
	{ text: "04", value: "home-13-omit", meaning: "home 1/3 omit" },
	{ text: "05", value: "home-access", meaning: "home access" },
	{ text: "06", value: "delay", meaning: "delay zone" },
	{ text: "07", value: "away-only", meaning: "away only" },
	{ text: "08", value: "away-entry", meaning: "away entry" },
	{ text: "09", value: "24-hour", meaning: "24 hour" },
	{ text: "10", value: "fire", meaning: "fire" },
	{ text: "11", value: "medical", meaning: "medical emergency" },
	{ text: "12", value: "water", meaning: "water" },
	{ text: "13", value: "silent-panic", meaning: "silent panic" },
	{ text: "14", value: "personal-attack", meaning: "personal attack" },
	{ text: "15", value: "set-unset", meaning: "set/unset" },
	{ text: "16", value: "perimeter", meaning: "perimeter" },
	{ text: "17", value: "follower", meaning: "follower" },
	{ text: "18", value: "interior", meaning: "interior" },
] as const;

export type Attribute = (typeof attributes)[number]["value"];

/** The CR200's attributes, with the numbers that CR21 prints. */
export const homeAttributes = [
	{ text: "0", value: "burglar", meaning: "burglar" },
	{ text: "1", value: "home-omit", meaning: "home omit" },
	{ text: "2", value: "entry", meaning: "entry" },
] as const satisfies readonly {
	value: Attribute;
	text: string;
	meaning: string;
}[];
