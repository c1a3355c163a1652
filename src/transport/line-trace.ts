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

const MASK = "****";

// A PIN or PUK stands in these, as a command and as its echo (3GPP TS 27.007,
// 7.4, 7.5, 8.3).
const secret = /(\+CPIN2?=|\+CPWD="?\w+"?,|\+CLCK="?\w+"?,\d,)[^\r\n;]*/gi;

/**
 * Gathers chunks to lines: a secret that comes byte by byte can only be masked
 * when it is whole. A line ends with its LF, with a CR and a byte after it, or
 * where the other side begins to speak.
 */
export function lineTrace(
	tell: (line: TracedLine) => void,
	showSecrets = false,
): {
	note(entry: TraceEntry): void;
	/** Tells the line that has no end yet. */
	flush(): void;
} {
	const open = { in: "", out: "" };
	const since = { in: 0, out: 0 };
	const end = (direction: "in" | "out", length: number) => {
		const text = open[direction].slice(0, length);
		open[direction] = open[direction].slice(length);
		if (text === "") return;
		const at = since[direction];
		const masked = text.replace(secret, `$1${MASK}`);
		tell({ at, direction, text: showSecrets ? text : masked });
	};
	return {
		note({ at, direction, bytes }) {
			const other = direction === "in" ? "out" : "in";
			end(other, open[other].length);
			if (open[direction] === "") since[direction] = at;
			open[direction] += Buffer.from(bytes).toString("latin1");
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
