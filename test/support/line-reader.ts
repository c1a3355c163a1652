/** Reads one end of a line as text. */
import type { Transport } from "../../src/transport/transport.ts";

/** Reads one end of a line in a test, as text with one character per byte. */
export interface LineReader {
	/** Waits until `text` has arrived, and takes all up to its end. */
	until(text: string): Promise<string>;
	/** Waits for the end of the line; all that was not taken yet. */
	rest(): Promise<string>;
}

export function lineReader(line: Transport): LineReader {
	const reading = line.bytes[Symbol.asyncIterator]();
	let held = "";
	const more = async (): Promise<boolean> => {
		const { done, value } = await reading.next();
		if (done) return false;
		held += Buffer.from(value).toString("latin1");
		return true;
	};
	return {
		async until(text) {
			while (!held.includes(text))
				if (!(await more()))
					throw new Error(
						`the line ended before ${JSON.stringify(text)}: ${JSON.stringify(held)}`,
					);
			const end = held.indexOf(text) + text.length;
			const taken = held.slice(0, end);
			held = held.slice(end);
			return taken;
		},
		async rest() {
			while (await more());
			const taken = held;
			held = "";
			return taken;
		},
	};
}

/** Text, one byte per character, as bytes. */
export function bytesOf(text: string): Uint8Array {
	return Uint8Array.from(Buffer.from(text, "latin1"));
}
