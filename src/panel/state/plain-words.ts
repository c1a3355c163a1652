import type {
	Confirmation,
	PlainWord,
	RemoteAccess,
	Right,
} from "./remote-access.ts";

/** What a plain word is to remote access. */
export interface PlainWordRow {
	/** Which right a person needs; null is none but to be let in. */
	readonly right: Right | null;
	/** What it needs before it is carried out, unless the configuration says otherwise. */
	readonly confirmation: Confirmation;
	/** Whether it obeys the minimum delay, and starts it. */
	readonly delayed: boolean;
}

/** A new word does not compile until it is in. */
export const plainWordRows: { readonly [W in PlainWord]: PlainWordRow } = {
	STATUS: { right: "status", confirmation: "none", delayed: false },
	ZONES: { right: "status", confirmation: "none", delayed: false },
	ARM: { right: "arm", confirmation: "none", delayed: true },
	"ARM FORCE": { right: "arm", confirmation: "pin", delayed: true },
	"ARM AT": { right: "arm", confirmation: "pin", delayed: true },
	// It ends an exit delay, which disarms.
	"ARM CANCEL": { right: "disarm", confirmation: "pin", delayed: true },
	HOME: { right: "arm", confirmation: "none", delayed: true },
	DISARM: { right: "disarm", confirmation: "pin", delayed: false },
	MUTE: { right: "disarm", confirmation: "pin", delayed: false },
	BYPASS: { right: "bypass", confirmation: "code", delayed: true },
	UNBYPASS: { right: "bypass", confirmation: "none", delayed: true },
	LOG: { right: "status", confirmation: "none", delayed: false },
	CREDIT: { right: "status", confirmation: "none", delayed: false },
	HELP: { right: null, confirmation: "none", delayed: false },
	// SMS DISABLE must work at once: a phone may be lost.
	"SMS DISABLE": { right: null, confirmation: "code", delayed: false },
};

/** What a word needs on this panel before it is carried out. */
export function confirmationOf(
	{ confirmation }: Pick<RemoteAccess, "confirmation">,
	word: PlainWord,
): Confirmation {
	return (
		confirmation.find((each) => each.word === word)?.by ??
		plainWordRows[word].confirmation
	);
}
