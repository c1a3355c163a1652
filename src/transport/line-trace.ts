import { textOf } from "./octets.ts";
import { TextMask, withoutSimPins } from "./trace-mask.ts";
import type { TraceEntry } from "./traced.ts";

/** What passed in one direction, up to the end of a line. */
export interface TracedLine {
	/** Of its first byte; milliseconds since 1970-01-01T00:00:00Z. */
	readonly at: number;
	readonly direction: "in" | "out";
	/** One character per byte, secrets masked unless they are to be shown. */
	readonly text: string;
}

/** The same, control characters spelt out: `AT+CSQ\r`, `\u001a` as `<1A>`. */
export function spelt(text: string): string {
	return text
		.replaceAll("\\", "\\\\")
		.replaceAll("\r", "\\r")
		.replaceAll("\n", "\\n")
		.replace(
			/[^ -~]/g,
			(byte) =>
				`<${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}>`,
		);
}

// A longer one is told in pieces: it may have no end.
const longestLine = 4096;

/** What is masked: texts of SMS and PINs of SIM cards, those PINs alone, or nothing. */
export type TraceMasking = "texts" | "sim-pins" | "nothing";

/**
 * Gathers chunks to lines: a secret that comes byte by byte can only be masked
 * when it is whole. A line ends with its LF, with a CR and a byte after it, or
 * where the other side begins to speak.
 */
export function lineTrace(
	tell: (line: TracedLine) => void,
	masking: TraceMasking = "texts",
): {
	note(entry: TraceEntry): void;
	/** Tells the line that has no end yet. */
	flush(): void;
} {
	const open = { in: "", out: "" };
	const since = { in: 0, out: 0 };
	const texts = new TextMask();
	const told = (direction: "in" | "out", text: string) => {
		if (masking === "nothing") return text;
		return withoutSimPins(
			masking === "texts" ? texts.masked(direction, text) : text,
		);
	};
	const end = (direction: "in" | "out", length: number) => {
		const text = open[direction].slice(0, length);
		open[direction] = open[direction].slice(length);
		if (text === "") return;
		const at = since[direction];
		tell({ at, direction, text: told(direction, text) });
	};
	return {
		note({ at, direction, bytes }) {
			const other = direction === "in" ? "out" : "in";
			end(other, open[other].length);
			if (open[direction] === "") since[direction] = at;
			open[direction] += textOf(bytes);
			for (;;) {
				const ended = /^[\r\n]*[^\r\n]+(\r?\n|\r(?=.))/s.exec(open[direction]);
				if (ended === null) break;
				end(direction, ended[0].length);
				since[direction] = at;
			}
			if (open[direction].length > longestLine)
				end(direction, open[direction].length);
			if (direction === "out" && /[\r\x1a\x1b]$/.test(open.out))
				end("out", open.out.length);
		},
		flush() {
			end("out", open.out.length);
			end("in", open.in.length);
		},
	};
}
