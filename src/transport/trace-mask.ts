import type { TraceEntry } from "./traced.ts";

/** What stands for a secret. */
export const MASKED = "****";

// A PIN or PUK stands in these, as a command and as its echo (3GPP TS 27.007,
// 7.4, 7.5, 8.3).
const simPin = /(\+CPIN2?=|\+CPWD="?\w+"?,|\+CLCK="?\w+"?,\d,)[^\r\n;]*/gi;

/** The same line without PINs of the SIM card. */
export function withoutSimPins(text: string): string {
	return text.replace(simPin, `$1${MASKED}`);
}

// A text or PDU follows these (3GPP TS 27.005, 3.4 and 3.5).
const writes = /\+Q?CMG[SWC]=/i;
const reads = /^\+(CMGR|CMGL|CMT|CDS|CBM): /;
const answers =
	/^(\+[A-Z]{3,}: .*|OK|ERROR|\+CM[ES] ERROR.*|NO CARRIER|\^[A-Z]+:.*)$/;
// No number of a SIM card or a modem is so long.
const pdu = /^([0-9A-Fa-f]{2}){16,}$/;

/**
 * Hides the texts of SMS in what passes between a program and a modem, as PDUs and
 * as characters, echoes too: a text to a panel holds its codes. A text of several
 * lines, in text mode, of which one is `OK` ends there.
 */
export class TextMask {
	/** The program writes a text. */
	#isWriting = false;
	/** The modem may echo it. */
	#isEchoing = false;
	/** The modem tells a text. */
	#isReading = false;

	/** A line as it may be told. Every line is to pass, in order. */
	masked(direction: TraceEntry["direction"], text: string): string {
		const [, before = "", line = "", after = ""] =
			/^([\r\n]*)(.*?)([\r\n\x1a\x1b]*)$/s.exec(text) ?? [];
		const isHidden =
			line !== "" &&
			(direction === "out" ? this.#said(line, after) : this.#heard(line));
		if (!isHidden && !pdu.test(line)) return text;
		const prompt = line.startsWith("> ") ? "> " : "";
		return `${before}${prompt}${MASKED}${after}`;
	}

	/** Whether what the program says is a text. */
	#said(line: string, after: string): boolean {
		this.#isReading = false;
		const isText = this.#isWriting;
		if (!isText && writes.test(line)) {
			this.#isWriting = true;
			this.#isEchoing = true;
		}
		if (/[\x1a\x1b]/.test(after)) this.#isWriting = false;
		return isText;
	}

	/** Whether what the modem says is a text. */
	#heard(line: string): boolean {
		if (answers.test(line)) {
			const isNews = /^\+(CMTI|CDSI|CREG|CGREG|CEREG|CUSD)/.test(line);
			this.#isReading = reads.test(line);
			if (!isNews) {
				this.#isWriting = false;
				this.#isEchoing = false;
			}
			return false;
		}
		if (this.#isEchoing) return !/^(AT.*\+Q?CMG[SWC]=|> ?$)/i.test(line);
		return this.#isReading;
	}
}
