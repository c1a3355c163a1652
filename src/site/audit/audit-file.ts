import { type FileHandle, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder } from "../../store/durable-file.ts";
import { FileWriteError } from "../../store/file-write-error.ts";
import { acquireLock, type Lock } from "../../store/lock.ts";
import type { LockClaim } from "../../store/lock-owner.ts";
import { readBytes, textOf } from "../../store/read-text.ts";
import { codeOf } from "../../store/system-error.ts";
import {
	type AuditLine,
	auditLine,
	type ReadAudit,
	readAudit,
	START,
} from "./audit-chain.ts";
import {
	type EndOfAudit,
	endOfAudit,
	forgetEnd,
	keepEnd,
} from "./audit-end.ts";
import type { AuditEntry } from "./audit-entry.ts";

/** An audit is not what was written. */
export class AuditError extends Error {
	override readonly name = "AuditError";
}

/** An audit as it was read. */
export interface AuditRead extends Extract<ReadAudit, { ok: true }> {
	readonly end: EndOfAudit;
}

/**
 * The lines of an audit; none where there is no file.
 * @param folder the user's, which knows how far it was written
 * @throws AuditError with the first line that is wrong, or missing at the end
 */
export async function auditIn(
	file: string,
	folder: string,
): Promise<AuditRead> {
	const bytes = await readBytes(file).catch((error) => {
		if (codeOf(error) === "ENOENT") return Buffer.of();
		throw error;
	});
	const read = readAudit(bytes);
	// A line that was torn may end within a character; the others are text.
	const torn = read.ok ? read.unfinished : 0;
	textOf(bytes.subarray(0, bytes.length - torn));
	if (!read.ok)
		throw new AuditError(`${file}:${read.fault.line}: ${read.fault.rule}`);
	const end = await endOfAudit(folder, read.lines);
	if (typeof end !== "string")
		throw new AuditError(`${file}: ${end.fault}; site forget removes it`);
	return { ...read, end };
}

/**
 * Removes an audit, whatever is wrong with it, and what is kept of its end.
 * @throws a system error
 */
export async function forgetAudit(file: string, folder: string): Promise<void> {
	const bytes = await readBytes(file);
	await rm(file);
	const read = readAudit(bytes.subarray(0, bytes.indexOf("\n") + 1));
	const [first] = read.ok ? read.lines : [];
	if (first !== undefined) await forgetEnd(folder, first);
}

/** An audit that is written to. It belongs to this process alone until it is closed. */
export class AuditFile {
	private readonly file: string;
	private readonly lock: Lock;
	private readonly handle: FileHandle;
	private readonly folder: string;
	private first: AuditLine | null;
	private last: AuditLine | null;

	private constructor(
		file: string,
		folder: string,
		lock: Lock,
		handle: FileHandle,
		lines: readonly AuditLine[],
	) {
		this.file = file;
		this.folder = folder;
		this.lock = lock;
		this.handle = handle;
		this.first = lines[0] ?? null;
		this.last = lines.at(-1) ?? null;
	}

	/**
	 * Opens an audit, or makes one that only its owner can read.
	 * @param folder the user's, which keeps how far it was written
	 * @throws AuditError, LockedError, FileWriteError
	 */
	static async open(
		file: string,
		folder: string,
		claim: LockClaim,
	): Promise<AuditFile> {
		const lock = await acquireLock(file, claim);
		try {
			const { lines, unfinished } = await auditIn(file, folder);
			const handle = await open(file, "a+", 0o600);
			if (unfinished > 0) {
				const { size } = await handle.stat();
				await handle.truncate(size - unfinished);
			}
			await syncFolder(file);
			return new AuditFile(file, folder, lock, handle, lines);
		} catch (error) {
			await lock.release();
			throw error instanceof AuditError ? error : failure(file, error);
		}
	}

	/** Of its last line, and so of all of it. */
	get hash(): string {
		return this.last?.hash ?? START;
	}

	/**
	 * Adds an entry. It is durable when this resolves.
	 * @param at milliseconds since 1970
	 * @throws FileWriteError
	 */
	async append(entry: AuditEntry, at: number): Promise<void> {
		const { line = 0, hash = START } = this.last ?? {};
		const { text, written } = auditLine(line + 1, at, entry, hash);
		try {
			await this.handle.appendFile(text);
			await this.handle.sync();
		} catch (error) {
			throw failure(this.file, error);
		}
		this.last = written;
		this.first ??= written;
		try {
			await keepEnd(this.folder, this.first, written);
		} catch (error) {
			throw failure(join(this.folder, "audits"), error);
		}
	}

	async close(): Promise<void> {
		await this.handle.close();
		await this.lock.release();
	}
}

function failure(file: string, error: unknown): unknown {
	return codeOf(error) === null ? error : new FileWriteError(file, error);
}
