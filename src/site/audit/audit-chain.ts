import { createHash } from "node:crypto";
import type { AuditEntry } from "./audit-entry.ts";

/** An entry of an audit, with its place in the chain. */
export interface AuditLine {
	/** From 1. */
	readonly line: number;
	/** When it was written, milliseconds since 1970. */
	readonly at: number;
	readonly entry: AuditEntry;
	/** Of all that is in the line, and so of all lines before it. */
	readonly hash: string;
}

/** What an audit is before its first line. */
export const START = "0".repeat(64);

/** What is wrong with an audit. */
export interface AuditFault {
	readonly line: number;
	readonly rule: string;
}

export type ReadAudit =
	| {
			readonly ok: true;
			readonly lines: readonly AuditLine[];
			/**
			 * Bytes of a last line that was not written to its end: the power failed
			 * then, perhaps within a character. Nothing was done on the strength of it.
			 */
			readonly unfinished: number;
	  }
	| { readonly ok: false; readonly fault: AuditFault };

/** The text of a line, with the hash of the line before it. */
export function auditLine(
	line: number,
	at: number,
	entry: AuditEntry,
	before: string,
): { readonly text: string; readonly written: AuditLine } {
	const time = new Date(at).toISOString();
	const content = { line, at: time, ...entry, before };
	const hash = hashOf(content);
	return {
		text: `${JSON.stringify({ ...content, hash })}\n`,
		written: { line, at, entry, hash },
	};
}

/** Reads an audit and looks at every link of its chain. Total. */
export function readAudit(bytes: Buffer): ReadAudit {
	const lines: AuditLine[] = [];
	const end = bytes.lastIndexOf("\n") + 1;
	if (end === 0 && !isTornFirstLine(bytes))
		return { ok: false, fault: { line: 1, rule: NO_LINE } };
	const texts = bytes.toString("utf8", 0, end).split("\n").slice(0, -1);
	let before = START;
	for (const [index, each] of texts.entries()) {
		const line = index + 1;
		const wrong = (rule: string): ReadAudit => ({
			ok: false,
			fault: { line, rule },
		});
		const content = objectIn(each);
		if (content === null) return wrong(NO_LINE);
		const { hash, ...said } = content;
		if (said.line !== line)
			return wrong(`line ${line} is missing, or another stands in its place`);
		if (said.before !== before)
			return wrong("it does not follow the line before it");
		if (hash !== hashOf(said))
			return wrong("it was changed after it was written");
		const { line: _, at, before: __, ...entry } = said;
		if (typeof hash !== "string" || !isEntry(entry))
			return wrong("it is of another version of alarmpanel");
		lines.push({ line, at: Date.parse(String(at)), entry, hash });
		before = hash;
	}
	return { ok: true, lines, unfinished: bytes.length - end };
}

const NO_LINE = "this is no line of an audit";

/**
 * Whether a file without a whole line may be what a crash left of an audit. Another file
 * of one line is not: what is torn is cut off before the audit goes on.
 */
function isTornFirstLine(bytes: Buffer): boolean {
	const head = '{"line":1,';
	// A power cut may leave room that was never written.
	const [written = ""] = bytes.toString("latin1").split("\0", 1);
	return written.startsWith(head) || head.startsWith(written);
}

function hashOf(content: object): string {
	return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

function objectIn(text: string): Readonly<Record<string, unknown>> | null {
	try {
		const content: unknown = JSON.parse(text);
		return typeof content === "object" && content !== null
			? { ...content }
			: null;
	} catch {
		return null;
	}
}

const types: ReadonlySet<unknown> = new Set<AuditEntry["type"]>([
	...(["begun", "sending", "handed", "heard"] as const),
	...(["settled", "read-back", "ended"] as const),
]);

/** A line whose hash is right was written by us, or by who knows how to. */
function isEntry(entry: object): entry is AuditEntry {
	return "type" in entry && types.has(entry.type);
}
