import {
	type Body,
	endsBody,
	type Indication,
	indicationOf,
	isBodyComplete,
} from "./unsolicited.ts";

export interface IndicationReaderParts {
	readonly onIndication: (indication: Indication) => void;
	/** Told of the head of an indication whose PDU did not come. */
	readonly onStray: (line: string) => void;
}

interface Unfinished {
	readonly kind: Body;
	readonly head: string;
	readonly body: string[];
}

// Lines of one quoted string.
const longestQuote = 20;

/** Joins the lines of an indication that takes several: +CMT and its PDU, a long +CUSD. */
export class IndicationReader {
	private readonly parts: IndicationReaderParts;
	private unfinished: Unfinished | null = null;

	constructor(parts: IndicationReaderParts) {
		this.parts = parts;
	}

	/** Begins an indication with its first line. */
	begin(head: string, kind: Body): void {
		if (kind === "nothing") this.tell(head, []);
		else this.unfinished = { kind, head, body: [] };
	}

	/** Takes the next line. @returns whether it belongs to the indication before it */
	takes(text: string, afterBlank: boolean): boolean {
		const { unfinished } = this;
		if (unfinished === null) return false;
		const { kind, head, body } = unfinished;
		this.unfinished = null;
		if (endsBody(kind, text, afterBlank)) {
			if (kind === "pdu") this.parts.onStray(head);
			else this.tell(head, body);
			return false;
		}
		body.push(text);
		if (!isBodyComplete(kind, head, body) && body.length < longestQuote) {
			this.unfinished = unfinished;
		} else this.tell(head, body);
		return true;
	}

	private tell(head: string, body: readonly string[]): void {
		this.parts.onIndication(indicationOf(head, body));
	}
}
