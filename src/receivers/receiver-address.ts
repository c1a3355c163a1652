/** What is sent to a receiver: Contact ID's or SIA's event codes. */
export type EventForm = "ADM-CID" | "SIA-DCS";

/** Where a receiver is, and how it is spoken to. */
export interface ReceiverAddress {
	/** 3 to 16 hexadecimal digits, in capitals. */
	readonly account: string;
	/** Name or IP address; IPv6 without its brackets. */
	readonly host: string;
	readonly port: number;
	readonly carrier: "tcp" | "udp";
	readonly form: EventForm;
	/** The word of the URL that says the form: `CID`, `SIA2`. */
	readonly word: FormWord;
}

/** The forms as a URL names them. That the frame is DC-09's for all of them is inferred. */
const formWords = {
	CID: "ADM-CID",
	CID_SIA: "ADM-CID",
	CID_SIA2: "ADM-CID",
	SIA: "SIA-DCS",
	SIA2: "SIA-DCS",
} as const satisfies { readonly [word: string]: EventForm };

export type FormWord = keyof typeof formWords;

/** How the Mobile family's report types say what a URL does not. (MM85) */
const reportTypes: {
	readonly [type: string]:
		| readonly [FormWord, ReceiverAddress["carrier"]]
		| undefined;
} = {
	CID_IP: ["CID", "tcp"],
	CID_SIA_IP: ["CID_SIA", "tcp"],
	SIA_IP: ["SIA", "tcp"],
	SIA_CID_UDP: ["CID_SIA", "udp"],
	SIA_UDP: ["SIA", "udp"],
	CID_SIA2_IP: ["CID_SIA2", "tcp"],
	SIA2_IP: ["SIA2", "tcp"],
	CID_SIA2_UDP: ["CID_SIA2", "udp"],
	SIA2_UDP: ["SIA2", "udp"],
};

export type ReadReceiverUrl =
	| { readonly ok: true; readonly address: ReceiverAddress }
	| { readonly ok: false; readonly reason: string };

/**
 * Reads `ip://ACCT@HOST:PORT/CID`, with `/UDP` behind it for UDP.
 *
 * @param type a report type of the Mobile family, for a URL that names no form
 * @returns null for what is no URL of a receiver, as a phone's
 */
export function readReceiverUrl(
	url: string,
	type = "",
): ReadReceiverUrl | null {
	const rest = /^ip:\/\/(.*)$/s.exec(url)?.[1];
	if (rest === undefined) return null;
	const [, account = "", host = "", port = "", path = ""] =
		/^([^@/]*)@(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+):(\d{1,5})((?:\/.*)?)$/s.exec(
			rest,
		) ?? [];
	if (host === "")
		return refused("a receiver is written ip://ACCT@HOST:PORT/CID");
	if (!/^[0-9A-Fa-f]{3,16}$/.test(account))
		return refused("the account is 3 to 16 hexadecimal digits");
	if (Number(port) < 1 || Number(port) > 65_535)
		return refused("the port is 1 to 65535");
	const [, word = "", ...options] = path.split("/");
	if (options.some((option) => option.toUpperCase() === "KEY"))
		return refused(
			"a key stands in integrations.dc09 or the environment, never in the URL",
		);
	const [typed, typedCarrier] = reportTypes[type] ?? [];
	const form = word === "" ? typed : word.toUpperCase();
	if (form === undefined || !isFormWord(form))
		return refused(
			`the form is one of ${Object.keys(formWords).join(", ")}${word === "" ? "" : `, not ${word}`}`,
		);
	const [option, ...more] = options;
	if (more.length > 0 || (option !== undefined && !/^udp$/i.test(option)))
		return refused("behind the form stands /UDP or nothing");
	return {
		ok: true,
		address: {
			account: account.toUpperCase(),
			host: host.replace(/^\[|\]$/g, ""),
			port: Number(port),
			carrier: option === undefined ? (typedCarrier ?? "tcp") : "udp",
			form: formWords[form],
			word: form,
		},
	};
}

function isFormWord(word: string): word is FormWord {
	return Object.hasOwn(formWords, word);
}

function refused(reason: string): ReadReceiverUrl {
	return { ok: false, reason };
}
