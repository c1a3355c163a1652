import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { replaceFile } from "../../store/durable-file.ts";
import { readText } from "../../store/read-text.ts";
import { codeOf } from "../../store/system-error.ts";
import type { AuditLine } from "./audit-chain.ts";

/*
 * A chain of hashes shows a changed line, and not that its last lines are gone. So the
 * user's folder keeps how far each audit was written on this machine. It is written
 * after the audit's line: it may be behind the audit, never ahead of it.
 */

/** How far an audit was written here. */
export interface AuditEnd {
	readonly lines: number;
	/** Of the last of them. */
	readonly hash: string;
}

/** What is known here of an audit's end. */
export type EndOfAudit =
	/** It is the line that was written here last. */
	| "here"
	/** More lines follow than were written here, or may have been. */
	| "further"
	/** This machine has written none of it. */
	| "unknown";

const schema: z.ZodType<AuditEnd> = z.object({
	lines: z.int().positive(),
	hash: z.string(),
});

/**
 * @param folder the user's folder for what has to outlast a restart
 * @param first line of the audit, by which it is known wherever it lies
 */
function endFile(folder: string, first: AuditLine): string {
	return join(folder, "audits", `${first.hash.slice(0, 32)}.json`);
}

/** @throws a system error where it cannot be written */
export async function keepEnd(
	folder: string,
	first: AuditLine,
	{ line, hash }: AuditLine,
): Promise<void> {
	const end: AuditEnd = { lines: line, hash };
	await mkdir(join(folder, "audits"), { recursive: true, mode: 0o700 });
	await replaceFile(endFile(folder, first), `${JSON.stringify(end)}\n`);
}

/** Forgets how far an audit was written. */
export async function forgetEnd(
	folder: string,
	first: AuditLine,
): Promise<void> {
	await rm(endFile(folder, first), { force: true });
}

/**
 * Compares an audit's end with what was written here.
 * @returns what is known of it; else what is wrong: half a sentence
 */
export async function endOfAudit(
	folder: string,
	lines: readonly AuditLine[],
): Promise<EndOfAudit | { readonly fault: string }> {
	const [first] = lines;
	const kept = first === undefined ? null : await keptEnd(folder, first);
	if (kept === null) return "unknown";
	if (lines.length < kept.lines)
		return {
			fault: `its last ${kept.lines - lines.length === 1 ? "line is" : `${kept.lines - lines.length} lines are`} gone: ${kept.lines} were written on this machine`,
		};
	if (lines[kept.lines - 1]?.hash !== kept.hash)
		return {
			fault: `line ${kept.lines} is not the one that was written on this machine`,
		};
	return lines.length === kept.lines ? "here" : "further";
}

/** A file that is no note of ours says nothing. */
async function keptEnd(
	folder: string,
	first: AuditLine,
): Promise<AuditEnd | null> {
	try {
		const text = await readText(endFile(folder, first));
		return schema.safeParse(JSON.parse(text)).data ?? null;
	} catch (error) {
		if (error instanceof SyntaxError || codeOf(error) === "ENOENT") return null;
		throw error;
	}
}
