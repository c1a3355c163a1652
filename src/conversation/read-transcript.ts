import type { Diagnostic } from "../../grammar/message/diagnostic.ts";
import type { Part } from "../../grammar/message/message.ts";
import type {
	HeaderWord,
	TranscriptLine,
} from "../../grammar/transcript/line.ts";
import { readLine } from "../../grammar/transcript/read.ts";
import type { Conversation, Reply, Step } from "./conversation.ts";
import { isDoing } from "./conversation.ts";
import { type CorpusFault, corpusDiagnostic } from "./corpus-fault.ts";
import { headerFault } from "./headers.ts";
import type { Found, StepPlace } from "./located.ts";
import { readEvent as panelEvent, type ReadEvent } from "./read-event.ts";
import { readReply, readStep } from "./read-step.ts";
import { backwards } from "./timeline.ts";

/**
 * The conversations of a transcript: `id` begins the next one. Total: a line
 * that cannot be read comes back as a fault in place of its conversation.
 *
 * @param file its name, for places; without its folder and its ending it is the
 *   id of a conversation that has none
 * @param odd what is wrong with lines in the file, where the text does not show it
 */
export function readTranscript(
	text: string,
	file: string,
	readEvent: ReadEvent = panelEvent,
	odd: OddLines = new Map(),
): readonly Found[] {
	const found: Found[] = [];
	const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
	let draft = new Draft(file, lines, readEvent, odd);
	for (const at of lines.keys()) {
		if (draft.endsBefore(at)) {
			for (const each of draft.found()) found.push(each);
			draft = new Draft(file, lines, readEvent, odd);
		}
		draft.take(at);
	}
	for (const each of draft.found()) found.push(each);
	return found;
}

/** By the number of a line from 0: a place in it, and what is wrong there. */
export type OddLines = ReadonlyMap<
	number,
	{ readonly start: number; readonly message: string }
>;

/** One conversation while it is being read. */
class Draft {
	private readonly headers = new Map<HeaderWord, Part>();
	private readonly steps: Step[] = [];
	/** What is expected in each step; null for no claim. */
	private readonly expected: (Reply[] | null)[] = [];
	private readonly places: { line: number; replies: number[] }[] = [];
	private readonly faults: CorpusFault[] = [];
	private first: number | null = null;
	/** The step that replies belong to; null for none. */
	private doing: number | null = null;
	private readonly file: string;
	private readonly lines: readonly string[];
	private readonly readEvent: ReadEvent;
	private readonly odd: OddLines;

	constructor(
		file: string,
		lines: readonly string[],
		readEvent: ReadEvent,
		odd: OddLines,
	) {
		this.file = file;
		this.lines = lines;
		this.readEvent = readEvent;
		this.odd = odd;
	}

	/** Whether the line begins another conversation. */
	endsBefore(at: number): boolean {
		if (!/^[ \t]*id(?![^ \t])/.test(this.lines[at] ?? "")) return false;
		return (
			this.headers.has("id") ||
			this.steps.some(({ type }) => type !== "comment")
		);
	}

	take(at: number): void {
		const line = this.read(at);
		if (line.type === "blank") return;
		if (line.type !== "comment") this.first ??= at;
		switch (line.type) {
			case "fault": {
				this.fault(at, line.diagnostic);
				return;
			}
			case "header": {
				this.takeHeader(at, line.word, line.text);
				return;
			}
			case "reply": {
				const reply = readReply(line);
				if (reply !== null && "diagnostic" in reply) {
					this.fault(at, reply.diagnostic);
					return;
				}
				this.takeReply(at, reply);
				return;
			}
			default: {
				const step = readStep(line, this.readEvent);
				if (step.type === "fault") {
					this.fault(at, step.diagnostic);
					this.doing = null;
					return;
				}
				if (isDoing(step)) this.doing = this.steps.length;
				this.steps.push(step);
				this.expected.push(null);
				this.places.push({ line: at + 1, replies: [] });
			}
		}
	}

	private read(at: number): TranscriptLine {
		const text = this.lines[at] ?? "";
		const odd = this.odd.get(at);
		if (odd === undefined) return readLine(text);
		const { start, message } = odd;
		const span = { start, end: Math.max(start + 1, text.length) };
		const diagnostic = corpusDiagnostic("form", message, null, span);
		return { type: "fault", diagnostic };
	}

	/** The conversation, or its faults; nothing where there were only comments. */
	found(): readonly Found[] {
		if (this.first === null) return [];
		const conversation = this.conversation();
		const back = backwards(this.steps);
		if (back !== null) {
			const at = (this.places[back]?.line ?? 1) - 1;
			this.fault(at, earlier(this.lines[at] ?? ""));
		}
		if (this.faults.length > 0)
			return this.faults.map((fault) => ({ located: null, fault }));
		const places: readonly StepPlace[] = this.places;
		const line = this.first + 1;
		return [
			{ located: { conversation, file: this.file, line, places }, fault: null },
		];
	}

	private takeHeader(at: number, word: HeaderWord, text: Part): void {
		if (this.steps.some(({ type }) => type !== "comment")) {
			this.refuse(
				at,
				`${word}: header lines come first`,
				"the next conversation begins with its id",
				text,
			);
			return;
		}
		if (this.headers.has(word)) {
			this.refuse(at, `${word}: said already`, null, text);
			return;
		}
		const wrong = headerFault(word, text.text);
		if (wrong !== null) {
			this.refuse(at, ...wrong, text);
			return;
		}
		this.headers.set(word, text);
	}

	private takeReply(at: number, reply: Reply | null): void {
		const { doing } = this;
		const place = doing === null ? undefined : this.places[doing];
		const whole = { start: 0, end: this.lines[at]?.length ?? 0 };
		if (doing === null || place === undefined) {
			// After a bad step its replies need no fault of their own.
			if (this.faults.length === 0)
				this.refuse(
					at,
					"reply: there is no message or event before it",
					"write the message first: > …",
					whole,
				);
			return;
		}
		const replies = this.expected[doing] ?? null;
		if (replies !== null && (reply === null || replies.length === 0)) {
			this.refuse(
				at,
				"silence: replies are expected too",
				"a bare < stands alone",
				whole,
			);
			return;
		}
		place.replies.push(at + 1);
		if (reply === null) this.expected[doing] = [];
		else if (replies === null) this.expected[doing] = [reply];
		else replies.push(reply);
	}

	private conversation(): Conversation {
		const said = (word: HeaderWord) => this.headers.get(word)?.text ?? null;
		const seed = said("seed");
		return {
			id: said("id") ?? stemOf(this.file),
			model: said("model"),
			config: said("config"),
			seed: seed === null ? null : Number(seed),
			source: said("source"),
			tags: said("tags")?.split(/[ \t]+/) ?? [],
			steps: this.steps.map((step, at) =>
				isDoing(step) ? { ...step, replies: this.expected[at] ?? null } : step,
			),
		};
	}

	private refuse(
		at: number,
		message: string,
		hint: string | null,
		span: { readonly start: number; readonly end: number },
	): void {
		this.fault(at, corpusDiagnostic("transcript", message, hint, span));
	}

	private fault(at: number, diagnostic: Diagnostic): void {
		const text = this.lines[at] ?? "";
		this.faults.push({ file: this.file, line: at + 1, text, diagnostic });
	}
}

function earlier(line: string): Diagnostic {
	return corpusDiagnostic(
		"time",
		"time: this instant is in the past; time only runs forward",
		null,
		{ start: 0, end: line.length },
	);
}

/** A file's name without its folder and its ending. */
export function stemOf(file: string): string {
	return file.replace(/^.*[/\\]/, "").replace(/(?<=.)\.[^.]*$/, "");
}
