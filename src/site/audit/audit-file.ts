import { type FileHandle, open } from "node:fs/promises";
import { syncFolder } from "../../store/durable-file.ts";
import { FileWriteError } from "../../store/file-write-error.ts";
import { acquireLock, type Lock } from "../../store/lock.ts";
import type { LockClaim } from "../../store/lock-owner.ts";
import { readText } from "../../store/read-text.ts";
import { codeOf } from "../../store/system-error.ts";
import {
	type AuditLine,
	auditLine,
	type ReadAudit,
	readAudit,
	START,
} from "./audit-chain.ts";
import type { AuditEntry } from "./audit-entry.ts";

/** An audit is not what was written. */
export class AuditError extends Error {
	override readonly name = "AuditError";
}

/**
 * The lines of an audit; none where there is no file.
 * @throws AuditError with the first line that is wrong
 */
export async function auditIn(
	file: string,
): Promise<Extract<ReadAudit, { ok: true }>> {
	const text = await readText(file).catch((error) => {
		if (codeOf(error) === "ENOENT") return "";
		throw error;
	});
	const read = readAudit(text);
	if (read.ok) return read;
	const { line, rule } = read.fault;
	throw new AuditError(`${file}:${line}: ${rule}`);
}

/** An audit that is written to. It belongs to this process alone until it is closed. */
export class AuditFile {
	private readonly file: string;
	private readonly lock: Lock;
	private readonly handle: FileHandle;
	private last: AuditLine | null;

	private constructor(
		file: string,
		lock: Lock,
		handle: FileHandle,
		last: AuditLine | null,
	) {
		this.file = file;
		this.lock = lock;
		this.handle = handle;
		this.last = last;
	}

	/**
	 * Opens an audit, or makes one that only its owner can read.
	 * @throws AuditError, LockedError, FileWriteError
	 */
	static async open(file: string, claim: LockClaim): Promise<AuditFile> {
		const lock = await acquireLock(file, claim);
		try {
			const { lines, unfinished } = await auditIn(file);
			const handle = await open(file, "a+", 0o600);
			if (unfinished > 0) {
				const { size } = await handle.stat();
				await handle.truncate(size - unfinished);
			}
			await syncFolder(file);
			return new AuditFile(file, lock, handle, lines.at(-1) ?? null);
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
	}

	async close(): Promise<void> {
		await this.handle.close();
		await this.lock.release();
	}
}

function failure(file: string, error: unknown): unknown {
	return codeOf(error) === null ? error : new FileWriteError(file, error);
}
