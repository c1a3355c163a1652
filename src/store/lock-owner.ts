import { hostname } from "node:os";
import { pid } from "node:process";
import * as z from "zod";
import { isAlive, pidNamespace, startOf } from "./process-identity.ts";

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
	/** Namespace of its pid, in the form of `pidNamespace`; null where not known. */
	readonly pidNamespace: string | null;
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
	// Earlier versions wrote none.
	pidNamespace: z.string().nullable().default(null),
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
		pidNamespace: pidNamespace(),
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
 * another machine or container, so they count as live.
 */
export function isLive(owner: LockOwner): boolean {
	if (isElsewhere(owner)) return true;
	if (!isAlive(owner.pid)) return false;
	const now = startOf(owner.pid);
	return (
		owner.processStart === null || now === null || owner.processStart === now
	);
}

/** Whether two locks are of one process, whatever else they say. */
export function isSameOwner(one: LockOwner, other: LockOwner): boolean {
	return (
		one.pid === other.pid &&
		one.host === other.host &&
		one.processStart === other.processStart &&
		one.pidNamespace === other.pidNamespace
	);
}

/** Whether an owner runs where this process cannot see it. */
export function isElsewhere(owner: LockOwner): boolean {
	if (owner.host !== hostname()) return true;
	const here = pidNamespace();
	if (owner.pidNamespace === here) return false;
	if (owner.pidNamespace === null || here === null) return false;
	// Namespaces of an earlier boot are gone.
	const boot = startOf(pid)?.split(":")[0];
	return boot === undefined || owner.processStart?.startsWith(boot) !== false;
}

/** Whether a text is somebody's lock, or what a killed writer left of one. */
export function isLockText(text: string): boolean {
	return readOwner(text) !== null || /^(\{?\s*|\{\s*"p.*)$/s.test(text);
}
