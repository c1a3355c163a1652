import { hostname } from "node:os";
import { pid } from "node:process";
import * as z from "zod";
import { isAlive, startOf } from "./process-identity.ts";

/** Who uses a file: the content of its lock. */
export interface LockOwner {
	readonly pid: number;
	readonly host: string;
	/** When the owner took the lock: `2026-11-20T10:00:00Z`. */
	readonly started: string;
	/** What it is, as people started it: `alarmpanel run`. */
	readonly command: string;
	/** Where it can be spoken to; null when it cannot. */
	readonly control: string | null;
	/** Tells its process from a later one of the same number; null where the system cannot. */
	readonly processStart: string | null;
}

/** What an owner says of itself. */
export interface LockClaim {
	/** `alarmpanel run` */
	readonly command: string;
	/** Milliseconds since 1970-01-01T00:00:00Z. */
	readonly started: number;
	readonly control?: string | null;
}

const schema: z.ZodType<LockOwner> = z.object({
	pid: z.int().positive(),
	host: z.string(),
	started: z.string(),
	command: z.string(),
	control: z.string().nullable(),
	processStart: z.string().nullable(),
});

/** This process as the owner of a lock. */
export function ownerHere(claim: LockClaim): LockOwner {
	return {
		pid,
		host: hostname(),
		started: new Date(claim.started).toISOString().replace(".000Z", "Z"),
		command: claim.command,
		control: claim.control ?? null,
		processStart: startOf(pid),
	};
}

/** The owner that a lock names, or null for what a crashed writer left behind. */
export function readOwner(text: string): LockOwner | null {
	try {
		return schema.safeParse(JSON.parse(text)).data ?? null;
	} catch {
		return null;
	}
}

/**
 * Whether an owner may still use the file. Of another machine nobody here can
 * tell, so its owners are taken to live.
 */
export function isLive(owner: LockOwner): boolean {
	if (owner.host !== hostname()) return true;
	if (!isAlive(owner.pid)) return false;
	const now = startOf(owner.pid);
	return (
		owner.processStart === null || now === null || owner.processStart === now
	);
}
