/**
 * What a modem says without being asked (3GPP TS 27.005 and 27.007, and the
 * makers' own). Whether a line is such a one depends on the command that is
 * being answered, so that is asked too; each line is judged once.
 */

import {
	beginsWith,
	readNumber,
	readParameters,
	splitParameters,
} from "./at-parameters.ts";
import { finalResultOf } from "./at-result.ts";

export type Indication =
	/** +CMTI, +CDSI: a message or a status report lies in a storage. */
	| {
			readonly type: "message-stored" | "report-stored";
			/** `SM`, `ME`, `SR` … */
			readonly storage: string;
			readonly index: number;
	  }
	/** +CMT, +CDS: a message or a status report comes itself. */
	| {
			readonly type: "message" | "report";
			/** What stands behind the colon. */
			readonly head: string;
			/** The line behind it, a PDU or a text; null where all stands in the head. */
			readonly body: string | null;
	  }
	/** +CUSD. */
	| {
			readonly type: "ussd";
			/** 0 done, 1 an answer is expected, 2 ended by the network, 4 not supported, 5 timeout. */
			readonly status: number;
			/** As the modem wrote it; null where there is none. */
			readonly text: string | null;
			readonly dcs: number | null;
	  }
	/** +CREG, +CGREG, +CEREG. */
	| {
			readonly type: "registration";
			readonly network: string;
			readonly status: number;
	  }
	/** `+CMGS: <mr>` that comes when its command was given up: the SMS is sent. */
	| { readonly type: "late-reference"; readonly reference: number }
	/** RING, +CLIP: somebody calls; the number where it is told. */
	| { readonly type: "ring"; readonly from: string | null }
	/** The modem started anew and has forgotten what it was told. */
	| { readonly type: "restarted"; readonly line: string }
	/** Anything else: signal strength, band, cell broadcast … */
	| { readonly type: "other"; readonly line: string };

/**
 * What follows an unsolicited line: a PDU, a text whatever it looks like, the
 * rest of a quoted string, or nothing of it.
 */
export type Body = "nothing" | "pdu" | "text" | "quote";

const bareLines = [
	"RING",
	"Call Ready",
	"SMS Ready",
	"SMS DONE",
	"PB DONE",
	"SIM READY",
	"NORMAL POWER DOWN",
	"UNDER-VOLTAGE WARNNING",
	"UNDER-VOLTAGE WARNING",
	"OVER-VOLTAGE WARNNING",
	"OVER-VOLTAGE WARNING",
];

const restartLines = ["RDY", "^SYSSTART", "MODEM:STARTUP"];

const alwaysUnsolicited = ["+CMTI", "+CDSI", "+CMT", "+CDS", "+CBM", "+CLIP"];

const registrations = ["+CREG", "+CGREG", "+CEREG"];

/**
 * What follows the line if it is unsolicited, null if it belongs to the answer.
 * @param command the command that is being answered, null where there is none.
 */
export function unsolicitedBody(
	line: string,
	command: string | null,
): Body | null {
	if (bareLines.includes(line) || restartLines.includes(line)) return "nothing";
	const name = /^([+^*%$#][A-Z0-9_]+):/i.exec(line)?.[1]?.toUpperCase();
	if (name === undefined) return command === null ? "nothing" : null;
	const rest = line.slice(name.length + 1);
	if (alwaysUnsolicited.includes(name)) return bodyOf(name, rest);
	if (name === "+CUSD") {
		// The only answer that begins so is the one to a question that nobody asks.
		if (command?.toUpperCase().includes("+CUSD?")) return null;
		return isQuoteOpen(rest) ? "quote" : "nothing";
	}
	if (command === null || !namesIn(command).includes(name)) return "nothing";
	// `+CREG: 2,1` answers `AT+CREG?`; `+CREG: 1` and `+CREG: 1,"00C3",…` come
	// by themselves, and may do so while that question is open.
	if (registrations.includes(name)) {
		const second = splitParameters(rest)[1];
		return /^\d{1,2}$/.test(second ?? "") || rest.includes("(")
			? null
			: "nothing";
	}
	return null;
}

/** Whether a body has its end: always but for a quoted string that goes on. */
export function isBodyComplete(kind: Body, head: string, body: string[]) {
	return kind !== "quote" || !isQuoteOpen([head, ...body].join("\n"));
}

/** Whether a line cannot belong to the body of the indication before it. */
export function endsBody(
	kind: Body,
	line: string,
	afterBlank: boolean,
): boolean {
	if (kind === "pdu") return !/^[0-9A-F]+$/i.test(line);
	if (kind !== "quote" || !afterBlank) return false;
	return (
		finalResultOf(line) !== null ||
		bareLines.includes(line) ||
		/^[+^*%$#][A-Z0-9_]+: /i.test(line)
	);
}

/** What an unsolicited line says, with the lines that belong to it. Total. */
export function indicationOf(
	head: string,
	body: readonly string[],
): Indication {
	if (restartLines.includes(head)) return { type: "restarted", line: head };
	if (head === "RING") return { type: "ring", from: null };
	const colon = head.indexOf(":");
	const name = head.slice(0, colon).toUpperCase();
	const rest = head.slice(colon + 1).trim();
	const other = { type: "other", line: [head, ...body].join("\n") } as const;
	const parameters = readParameters(rest);
	switch (name) {
		case "+CMTI":
		case "+CDSI": {
			const [storage = "", at] = parameters;
			const index = readNumber(at);
			const type = name === "+CMTI" ? "message-stored" : "report-stored";
			return index === null ? other : { type, storage, index };
		}
		case "+CMT":
			return body[0] === undefined
				? other
				: { type: "message", head: rest, body: body[0] };
		case "+CDS":
			return { type: "report", head: rest, body: body[0] ?? null };
		case "+CUSD": {
			const all = [rest, ...body].join("\n");
			const said = readUssd(all);
			return said === null ? other : { type: "ussd", ...said };
		}
		case "+CREG":
		case "+CGREG":
		case "+CEREG": {
			const status = readNumber(parameters[0]);
			return status === null
				? other
				: { type: "registration", network: name, status };
		}
		case "+CMGS": {
			const reference = readNumber(parameters[0]);
			return reference === null ? other : { type: "late-reference", reference };
		}
		case "+CLIP":
			return { type: "ring", from: parameters[0] || null };
		default:
			return other;
	}
}

/** The names that answers to a command begin with: `AT+CMEE=1;+CREG=2` has two. */
export function namesIn(command: string): string[] {
	const unquoted = command.replace(/"[^"]*"/g, "");
	return [...unquoted.matchAll(/[+^*%$#][A-Z0-9_]+/gi)].map(([name]) =>
		name.toUpperCase(),
	);
}

/** Whether the line behind this one is a message's text or PDU and nothing else. */
export function announcesData(line: string): boolean {
	return beginsWith(line, "+CMGR") || beginsWith(line, "+CMGL");
}

function bodyOf(name: string, rest: string): Body {
	const parameters = splitParameters(rest.trim());
	switch (name) {
		case "+CMT":
			return parameters.length <= 2 && readNumber(parameters.at(-1)) !== null
				? "pdu"
				: "text";
		case "+CDS":
			return parameters.length <= 2 ? "pdu" : "nothing";
		case "+CBM":
			return parameters.length === 1 ? "pdu" : "text";
		default:
			return "nothing";
	}
}

/** What `<m>[,<text>[,<dcs>]]` says; null for anything else. Linear: the text is the network's. */
function readUssd(
	said: string,
): Omit<Extract<Indication, { type: "ussd" }>, "type"> | null {
	const [head, digit, comma] = /^\s*(\d)\s*(,|$)/.exec(said) ?? [];
	if (head === undefined) return null;
	const status = Number(digit);
	if (comma === "") return { status, text: null, dcs: null };
	const rest = said.slice(head.length).trim();
	const [text, coding] = cutAtCoding(rest);
	const dcs = readNumber(coding);
	// A text may hold quotation marks, so the one that ends it is the last.
	if (rest.startsWith('"'))
		return { status, text: text.slice(1).replace(/"$/, ""), dcs };
	return /[",]/.test(text) ? null : { status, text, dcs };
}

/** Cuts a data coding scheme, the last parameter, from the text in front of it. */
function cutAtCoding(rest: string): readonly [string, string | undefined] {
	const comma = rest.lastIndexOf(",");
	const coding = rest.slice(comma + 1).trim();
	return comma >= 0 && /^\d{1,3}$/.test(coding)
		? [rest.slice(0, comma).trimEnd(), coding]
		: [rest, undefined];
}

/** Whether a string is open at the end of `0,"text` and goes on in the next line. */
function isQuoteOpen(rest: string): boolean {
	const opened = rest.indexOf('"');
	if (opened < 0) return false;
	const behind = rest.slice(opened + 1).trimEnd();
	const comma = behind.lastIndexOf(",");
	const isCoding = comma >= 0 && /^\s*\d{0,3}$/.test(behind.slice(comma + 1));
	const text = isCoding ? behind.slice(0, comma).trimEnd() : behind;
	return !behind.endsWith('"') && !text.endsWith('"');
}
