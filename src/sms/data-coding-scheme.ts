/**
 * TP-DCS: what the user data is made of and what to do with it (3GPP TS
 * 23.038, 4). Every octet has a meaning; reserved codings are read as the GSM
 * 7-bit default alphabet, as the standard asks.
 */
import type { Explanation } from "./octet-reader.ts";

/** What the user data is made of. */
export type Alphabet = "gsm-7" | "8-bit" | "ucs-2";

/**
 * 0 is shown at once and not stored ("flash"), 1 belongs to the phone, 2 to
 * the SIM card, 3 to equipment behind the phone.
 */
export type MessageClass = 0 | 1 | 2 | 3;

/** Mail is waiting somewhere else, or is no longer. */
export interface MessageWaiting {
	readonly active: boolean;
	readonly kind: "voicemail" | "fax" | "email" | "other";
	/** Whether the text around the indication is kept or may be thrown away. */
	readonly store: boolean;
}

/** A data coding scheme read. */
export interface DataCoding {
	readonly alphabet: Alphabet;
	/** Compressed user data cannot be read here; it is kept as octets. */
	readonly compressed: boolean;
	readonly class: MessageClass | null;
	/** Whether the message asks to be deleted once it was read. */
	readonly deleteWhenRead: boolean;
	readonly waiting: MessageWaiting | null;
	/** Whether the octet is one that the standard keeps for later. */
	readonly reserved: boolean;
}

const generalAlphabets = ["gsm-7", "8-bit", "ucs-2", "gsm-7"] as const;
const waitingKinds = ["voicemail", "fax", "email", "other"] as const;
const classes = [0, 1, 2, 3] as const;

/** The octet (general data coding group) for an alphabet and, if any, a class. */
export function encodeDcs(
	alphabet: Alphabet,
	messageClass: MessageClass | null = null,
): number {
	const coding = generalAlphabets.indexOf(alphabet) << 2;
	return messageClass === null ? coding : coding | 0x10 | messageClass;
}

/** The meaning of any octet 0 to 255. */
export function decodeDcs(octet: number): DataCoding {
	const messageClass = classes[octet & 3] ?? null;
	const plain: DataCoding = {
		alphabet: "gsm-7",
		compressed: false,
		class: null,
		deleteWhenRead: false,
		waiting: null,
		reserved: false,
	};
	if (octet < 0x80) {
		const coding = (octet >> 2) & 3;
		return {
			...plain,
			alphabet: generalAlphabets[coding] ?? "gsm-7",
			compressed: (octet & 0x20) !== 0,
			class: octet & 0x10 ? messageClass : null,
			deleteWhenRead: octet >= 0x40,
			reserved: coding === 3,
		};
	}
	if (octet < 0xc0) return { ...plain, reserved: true };
	if (octet < 0xf0) {
		return {
			...plain,
			alphabet: octet >= 0xe0 ? "ucs-2" : "gsm-7",
			waiting: {
				active: (octet & 0x08) !== 0,
				kind: waitingKinds[octet & 3] ?? "other",
				store: octet >= 0xd0,
			},
		};
	}
	return {
		...plain,
		alphabet: octet & 0x04 ? "8-bit" : "gsm-7",
		class: messageClass,
	};
}

const alphabetNames: Record<Alphabet, string> = {
	"gsm-7": "GSM 7-bit default alphabet",
	"8-bit": "8-bit data",
	"ucs-2": "UCS-2",
};

const classNames: Record<MessageClass, string> = {
	0: "class 0: shown at once",
	1: "class 1: for the phone",
	2: "class 2: for the SIM card",
	3: "class 3: for the terminal equipment",
};

/** The octet in words. */
export function describeDcs(octet: number): Explanation {
	const coding = decodeDcs(octet);
	const { waiting } = coding;
	const words = [
		`${coding.compressed ? "compressed " : ""}${alphabetNames[coding.alphabet]}`,
		coding.class === null ? "" : classNames[coding.class],
		coding.deleteWhenRead ? "to be deleted when read" : "",
		waiting === null
			? ""
			: `${waiting.kind} ${waiting.active ? "waiting" : "no longer waiting"}, ${waiting.store ? "store" : "discard"}`,
		coding.reserved ? "reserved coding" : "",
	];
	return {
		value: coding.alphabet,
		meaning: words.filter((word) => word !== "").join("; "),
	};
}
