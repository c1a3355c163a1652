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
	/** Its command, as people typed it: `alarmpanel run`. */
	readonly command: string;
	/** Its control address; null when it takes no requests. */
	readonly control: string | null;
	/** Start time of its process, in the form of `startOf`; null where not known. */
	readonly processStart: string | null;
}

/** What a process says of itself when it takes a lock. */
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

/** The owner that a lock names, or null where the text is no lock. */
export function readOwner(text: string): LockOwner | null {
	try {
		return schema.safeParse(JSON.parse(text)).data ?? null;
	} catch {
		return null;
	}
}

/**
 * Whether an owner may still use the file. This process cannot see those of
 * another machine, so they count as live.
 */
export function isLive(owner: LockOwner): boolean {
	if (owner.host !== hostname()) return true;
	if (!isAlive(owner.pid)) return false;
	const now = startOf(owner.pid);
	return (
		owner.processStart === null || now === null || owner.processStart === now
	);
}
