import { mkdtempSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pid, platform } from "node:process";
import { isAlive, pidNamespace } from "../../store/process-identity.ts";
import { reasonOf } from "../../store/system-error.ts";

/** Most bytes in the path of a Unix socket: 108 with its end on Linux, 104 on macOS. */
const LONGEST_PATH = 103;

/**
 * A path for a control socket, in a folder of its own, which keeps the socket from
 * others until its mode is set. On Windows the name of a pipe.
 * @throws Error where the path would be cut off, or nothing can be written
 */
export function newAddress(folder = tmpdir()): string {
	if (platform === "win32") return `\\\\.\\pipe\\alarmpanel-${pid}`;
	const fits = [resolve(folder), "/tmp"].find(
		(each) =>
			join(each, `${prefix(pid)}XXXXXX`, "control").length <= LONGEST_PATH,
	);
	if (fits === undefined) throw new Error("no folder for the control socket");
	try {
		removeDead(fits);
		return join(mkdtempSync(join(fits, prefix(pid))), "control");
	} catch (error) {
		throw new Error(
			`there is no place for the control socket in ${fits}: ${reasonOf(error)}; name another folder with TMPDIR, or let systemd's unit write there: ReadWritePaths=${fits}`,
			{ cause: error },
		);
	}
}

export function removeAddress(address: string): void {
	if (platform !== "win32")
		rmSync(dirname(address), { recursive: true, force: true });
}

/** Removes what killed processes left. What cannot be removed stays. */
function removeDead(folder: string): void {
	for (const name of readdirSync(folder)) {
		const maker = /^alarmpanel-([0-9]+)-/.exec(name)?.[1];
		if (maker === undefined || !name.startsWith(prefix(Number(maker))))
			continue;
		if (isAlive(Number(maker))) continue;
		try {
			rmSync(join(folder, name, "control"), { force: true });
			rmdirSync(join(folder, name));
		} catch {
			// Another user's, or not a folder of ours.
		}
	}
}

/** Begins the folder's name: a process, and the namespace in which it has its number. */
function prefix(process: number): string {
	const namespace = pidNamespace()?.replace(/[^0-9]/g, "") ?? "";
	return `alarmpanel-${process}-${namespace}-`;
}
