/**
 * Reads JSON value by value, for a caller that knows what comes next. Any
 * whitespace may stand between values but a line feed, which ends a line of JSON
 * Lines. After a null or false answer `at` means nothing.
 */
export class JsonScanner {
	/** Where the next character is. */
	at = 0;
	private readonly text: string;

	constructor(text: string) {
		this.text = text;
	}

	/** Steps over whitespace, and over a character if that comes next. */
	take(character: Character): boolean {
		const code = this.next();
		if (code !== character) return false;
		this.at += 1;
		return true;
	}

	/** A string's value; null where there is none. */
	string(): string | null {
		if (!this.take(Character.quote)) return null;
		const { text, at: start } = this;
		for (let at = start; ; at += 1) {
			const code = text.charCodeAt(at);
			if (code === Character.quote) {
				this.at = at + 1;
				return text.slice(start, at);
			}
			if (code === BACKSLASH) return this.escaped(start, at);
			if (isNoneOfString(code)) return null;
		}
	}

	/** A member's name, and the colon behind it; null where there is none. */
	name(): string | null {
		const name = this.string();
		return this.take(Character.colon) ? name : null;
	}

	/** A list, each item read by `item`; null where there is none, or `item` gives null. */
	list<Item>(item: (json: JsonScanner) => Item | null): Item[] | null {
		if (!this.take(Character.openList)) return null;
		const items: Item[] = [];
		if (this.take(Character.closeList)) return items;
		do {
			const read = item(this);
			if (read === null) return null;
			items.push(read);
		} while (this.take(Character.comma));
		return this.take(Character.closeList) ? items : null;
	}

	/** Steps over a line feed, or to the end of the text; false where more stands there. */
	endOfLine(): boolean {
		const code = this.next();
		this.at += 1;
		return code === LINE_FEED || Number.isNaN(code);
	}

	/** The first character that is no whitespace, NaN at the end. */
	private next(): number {
		const { text } = this;
		let code = text.charCodeAt(this.at);
		while (code === SPACE || code === TAB || code === CARRIAGE_RETURN) {
			this.at += 1;
			code = text.charCodeAt(this.at);
		}
		return code;
	}

	/** A string that begins behind the quotation mark at `start`, with an escape at `from`. */
	private escaped(start: number, from: number): string | null {
		const { text } = this;
		let at = from;
		for (;;) {
			const code = text.charCodeAt(at);
			if (code === Character.quote) break;
			if (isNoneOfString(code)) return null;
			at += code === BACKSLASH ? 2 : 1;
		}
		this.at = at + 1;
		try {
			return JSON.parse(text.slice(start - 1, this.at));
		} catch {
			return null;
		}
	}
}

/** The characters that JSON is built with. */
export const Character = {
	quote: 0x22,
	comma: 0x2c,
	colon: 0x3a,
	openList: 0x5b,
	closeList: 0x5d,
	openObject: 0x7b,
	closeObject: 0x7d,
} as const;

export type Character = (typeof Character)[keyof typeof Character];

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const BACKSLASH = 0x5c;

/** Whether it is a control character, or NaN for the end of the text. */
function isNoneOfString(code: number): boolean {
	return !(code >= SPACE);
}
