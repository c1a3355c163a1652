import { readFileSync, rmSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { basename } from "node:path";
import { ConfigWriteError } from "./config-write-error.ts";
import { createFile, replaceFile, targetOf } from "./durable-file.ts";
import {
	isLive,
	type LockClaim,
	type LockOwner,
	ownerHere,
	readOwner,
} from "./lock-owner.ts";
import { codeOf } from "./system-error.ts";
import { removeOrphans } from "./temporary-file.ts";

/** A file that only this process may write. */
export interface Lock {
	readonly owner: LockOwner;
	/** Writes the owner's control address into the lock; null removes it. */
	announce(control: string | null): Promise<void>;
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
		const elsewhere =
			host === hostname()
				? ""
				: ` on ${host}; if that is over, delete ${basename(file)}.lock`;
		super(
			`${basename(file)} is in use by ${command}, process ${pid} since ${started}${elsewhere}`,
		);
		this.file = file;
		this.owner = owner;
	}
}

/**
 * Takes the lock of a configuration file: `<file>.lock` beside it. The lock of
 * a dead owner is taken over. Links to the same file share one lock.
 * @throws LockedError when a live owner has it
 * @throws ConfigWriteError when it cannot be written
 */
export async function acquireLock(
	file: string,
	claim: LockClaim,
): Promise<Lock> {
	const owner = ownerHere(claim);
	try {
		const path = await lockPath(file);
		await removeOrphans(path);
		await acquire(file, path, textOf(owner));
		return held(path, owner);
	} catch (error) {
		throw codeOf(error) === null ? error : new ConfigWriteError(file, error);
	}
}

/** The live owner of a configuration file, or null when nobody uses it. */
export async function lockOwner(file: string): Promise<LockOwner | null> {
	const owner = readOwner((await textAt(await lockPath(file))) ?? "");
	return owner !== null && isLive(owner) ? owner : null;
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

function held(path: string, initial: LockOwner): Lock {
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
		async release() {
			if (!isHeld) return;
			isHeld = false;
			process.off("exit", releaseAtExit);
			// It may have been deleted by hand, and taken by another process.
			if ((await textAt(path)) === textOf(owner))
				await rm(path, { force: true });
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
		return await readFile(path, "utf8");
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
