import { readFileSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { shown } from "../../grammar/message/terminal-text.ts";
import { systemClock as clock } from "../time/system-clock.ts";
import { wait } from "../time/wait.ts";
import { ConfigWriteError } from "./config-write-error.ts";
import { createFile, replaceFile, targetOf } from "./durable-file.ts";
import {
	isElsewhere,
	isLive,
	isLockText,
	isSameOwner,
	type LockClaim,
	type LockOwner,
	ownerHere,
	readOwner,
} from "./lock-owner.ts";
import { NoTextFileError, readText } from "./read-text.ts";
import { codeOf } from "./system-error.ts";
import { removeOrphans } from "./temporary-file.ts";

/** Between two tries for a lock that somebody has, in milliseconds. */
const BETWEEN_TRIES = 50;

/** A file that only this process may write. */
export interface Lock {
	readonly owner: LockOwner;
	/** Writes the owner's control address into the lock; null removes it. */
	announce(control: string | null): Promise<void>;
	/**
	 * Demands that the lock is still held, and makes it again where somebody deleted it.
	 * @throws LockedError when a live owner has it now
	 */
	demand(): Promise<void>;
	/** Removes the lock. The end of the process does so too. */
	release(): Promise<void>;
}

/** Somebody else uses the file. */
export class LockedError extends Error {
	override readonly name = "LockedError";
	readonly file: string;
	readonly owner: LockOwner;

	constructor(file: string, owner: LockOwner) {
		const { command, pid, started, host } = owner;
		const elsewhere = isElsewhere(owner)
			? ` on ${host}; if it has ended, delete ${basename(file)}.lock`
			: "";
		// What a lock says is somebody's text, and may hold line ends.
		super(
			shown(
				`${basename(file)} is in use by ${command}, process ${pid} since ${started}${elsewhere}`,
			),
		);
		this.file = file;
		this.owner = owner;
	}
}

/** How a lock is taken. */
export interface LockOptions {
	/** Whether the file may be a link, and shares one lock with its target. */
	readonly follow?: boolean;
	/**
	 * Milliseconds to wait for an owner that takes no requests: it is a short
	 * command, or about to say where it takes them. Others are not waited for.
	 */
	readonly patience?: number;
}

/**
 * Takes the lock of a file: `<file>.lock` beside it. The lock of a dead owner is
 * taken over; anything else of that name is left alone.
 * @throws LockedError when a live owner has it
 * @throws ConfigWriteError when it cannot be written
 */
export async function acquireLock(
	file: string,
	claim: LockClaim,
	{ follow = true, patience = 0 }: LockOptions = {},
): Promise<Lock> {
	const owner = ownerHere(claim);
	const over = clock.now() + patience;
	for (;;)
		try {
			const path = follow ? await lockPath(file) : `${resolve(file)}.lock`;
			await removeOrphans(path);
			await acquire(file, path, textOf(owner));
			return held(file, path, owner);
		} catch (error) {
			const mayEnd =
				error instanceof LockedError && error.owner.control === null;
			if (!mayEnd || clock.now() >= over) throw lockFailure(file, error);
			await wait(clock, BETWEEN_TRIES);
		}
}

/** An error of reading or writing a lock, as one that names the file. */
function lockFailure(file: string, error: unknown): unknown {
	if (error instanceof NoTextFileError || codeOf(error) === "ELOOP")
		return new ConfigWriteError(`${file}.lock`, error);
	return codeOf(error) === null ? error : new ConfigWriteError(file, error);
}

/** The live owner of a configuration file, or null when nobody uses it. */
export async function lockOwner(file: string): Promise<LockOwner | null> {
	try {
		const owner = readOwner((await textAt(await lockPath(file))) ?? "");
		return owner !== null && isLive(owner) ? owner : null;
	} catch (error) {
		throw lockFailure(file, error);
	}
}

/**
 * Makes the lock, or takes over a dead one. A process must hold a second lock,
 * the takeover lock, to replace a dead lock. So of two processes that race for it
 * the second finds a live owner when it looks again. If the winner dies meanwhile,
 * its takeover lock is taken over in the same way.
 */
async function acquire(
	file: string,
	path: string,
	text: string,
): Promise<void> {
	for (;;) {
		if (await created(path, text)) return;
		const found = await textAt(path);
		if (found === null) continue;
		refuseLive(file, found);
		if (!isLockText(found))
			throw new NoTextFileError("it exists, and is no lock of a panel");
		const takeover = `${path}.takeover`;
		await acquire(file, takeover, text);
		try {
			const present = await textAt(path);
			if (present === null) continue;
			refuseLive(file, present);
			await replaceFile(path, text);
			return;
		} finally {
			await rm(takeover, { force: true });
		}
	}
}

function refuseLive(file: string, text: string): void {
	const owner = readOwner(text);
	if (owner !== null && isLive(owner)) throw new LockedError(file, owner);
}

function held(file: string, path: string, initial: LockOwner): Lock {
	let owner = initial;
	let isHeld = true;
	const releaseAtExit = () => {
		try {
			if (readFileSync(path, "utf8") === textOf(owner)) rmSync(path);
		} catch {
			// The lock is gone already, or cannot be removed: the process ends anyway.
		}
	};
	process.once("exit", releaseAtExit);
	return {
		get owner() {
			return owner;
		},
		async announce(control) {
			if (!isHeld || (await textAt(path)) !== textOf(owner))
				throw new Error(`${basename(path)} is not ours any more`);
			const next = { ...owner, control };
			await replaceFile(path, textOf(next));
			owner = next;
		},
		async demand() {
			const found = readOwner((await textAt(path)) ?? "");
			if (found === null || !isSameOwner(found, owner))
				await acquire(file, path, textOf(owner));
		},
		async release() {
			if (!isHeld) return;
			isHeld = false;
			process.off("exit", releaseAtExit);
			try {
				// It may have been deleted by hand, and taken by another process.
				if ((await textAt(path)) === textOf(owner))
					await rm(path, { force: true });
			} catch {
				// On a disk that is read-only now it stays, as that of a dead owner.
			}
		},
	};
}

async function created(path: string, text: string): Promise<boolean> {
	try {
		await createFile(path, text);
		return true;
	} catch (error) {
		if (codeOf(error) === "EEXIST") return false;
		throw error;
	}
}

async function textAt(path: string): Promise<string | null> {
	try {
		return await readText(path, { follow: false });
	} catch (error) {
		if (codeOf(error) === "ENOENT") return null;
		throw error;
	}
}

async function lockPath(file: string): Promise<string> {
	return `${await targetOf(file)}.lock`;
}

function textOf(owner: LockOwner): string {
	return `${JSON.stringify(owner, null, "\t")}\n`;
}
