import type { Clock } from "../time/clock.ts";
import {
	lineTrace,
	type TracedLine,
	type TraceMasking,
} from "../transport/line-trace.ts";
import { type TraceEntry, traced } from "../transport/traced.ts";
import type { Transport } from "../transport/transport.ts";

/** One line between a program and the modem of a number. */
export interface TracedAtLine extends TracedLine {
	/** Counts up from 1. */
	readonly id: number;
	/** Number of the modem. */
	readonly line: string;
}

/** Lines that are kept, the latest. */
const KEPT = 10_000;

/**
 * What passes between programs and modems; `out` is what a program says.
 */
export class LineTrace {
	readonly #clock: Clock;
	readonly #options: {
		readonly masking?: TraceMasking;
		readonly tell?: (line: TracedAtLine) => void;
	};
	readonly #kept: TracedAtLine[] = [];
	readonly #open = new Map<string, ReturnType<typeof lineTrace>>();
	#last = 0;
	/** Chunks that passed, whether or not they made a line. */
	passed = 0;

	constructor(
		clock: Clock,
		options: {
			readonly masking?: TraceMasking;
			/** Told each line as it ends. */
			readonly tell?: (line: TracedAtLine) => void;
		} = {},
	) {
		this.#clock = clock;
		this.#options = options;
	}

	/** The id that the next line will have. */
	get next(): number {
		return this.#last + 1;
	}

	/** The lines from an id on, oldest first, as far back as they are kept. */
	from(id: number): readonly TracedAtLine[] {
		this.flush();
		return this.#kept.filter((line) => line.id >= id);
	}

	/** Ends the lines that have no end yet. */
	flush(): void {
		for (const { flush } of this.#open.values()) flush();
	}

	/** The same line, as its program holds it. */
	atProgram(number: string, line: Transport): Transport {
		const { note } = this.#lines(number);
		return traced(line, this.#clock, (entry) => {
			this.passed += 1;
			note(entry);
		});
	}

	/** The same line, as the modem holds it. */
	atModem(number: string, line: Transport): Transport {
		const { note } = this.#lines(number);
		return traced(line, this.#clock, (entry) => {
			this.passed += 1;
			note(turned(entry));
		});
	}

	#lines(number: string) {
		const known = this.#open.get(number);
		if (known !== undefined) return known;
		const { masking, tell } = this.#options;
		const made = lineTrace((line) => {
			this.#last += 1;
			const entry = { ...line, id: this.#last, line: number };
			this.#kept.push(entry);
			if (this.#kept.length > KEPT) this.#kept.shift();
			tell?.(entry);
		}, masking);
		this.#open.set(number, made);
		return made;
	}
}

function turned(entry: TraceEntry): TraceEntry {
	return { ...entry, direction: entry.direction === "in" ? "out" : "in" };
}
