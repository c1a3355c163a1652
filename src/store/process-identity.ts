import { readFileSync, readlinkSync } from "node:fs";
import { codeOf } from "./system-error.ts";

/** Whether a process of this number runs on this machine. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// It runs, as another user.
		return codeOf(error) === "EPERM";
	}
}

/**
 * When a process was started: boot id and clock ticks since that boot. It tells a
 * process from a later one of the same number. Null on systems without /proc.
 */
export function startOf(pid: number): string | null {
	try {
		const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8");
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		// proc(5): field 2 is the name in brackets, and may hold blanks and
		// brackets itself; starttime is field 22.
		const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		const ticks = fields[22 - 3];
		return ticks === undefined ? null : `${boot.trim()}:${ticks}`;
	} catch {
		return null;
	}
}

/**
 * The namespace in which this process has its number: containers have their own,
 * and see no process of another. Null on systems without namespaces.
 */
export function pidNamespace(): string | null {
	try {
		return readlinkSync("/proc/self/ns/pid");
	} catch {
		return null;
	}
}
