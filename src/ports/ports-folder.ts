import { chmod, lstat, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { geteuid } from "node:process";
import { ModemLineError } from "./modem-line-error.ts";

/**
 * Where this machine's users keep what concerns its ports: not in /var/lock,
 * where only some may write and a lock tells no more than a number.
 */
export function portsFolder(): string {
	return join(tmpdir(), "alarmpanel-ports");
}

/**
 * Makes the folder, for everybody.
 * @throws ModemLineError where another user could replace what is in it
 */
export async function makePortsFolder(folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	// Not ours to change where another user made it.
	await chmod(folder, 0o1777).catch(() => {});
	if (geteuid === undefined) return;
	const { uid, mode } = await lstat(folder);
	const isFolder = (mode & 0o170000) === 0o040000;
	const isSticky = (mode & 0o1000) !== 0;
	if (!isFolder || (uid !== geteuid() && !isSticky))
		throw new ModemLineError(
			`${folder} belongs to another user, who could replace what is in it`,
			"delete it, or name another folder with TMPDIR",
		);
}

/** The file in it about a port: `/dev/ttyUSB0` is `dev-ttyUSB0`. */
export function portFile(port: string, folder: string): string {
	const name = port.replace(/^[/\\]+/, "").replace(/[^\w.]+/g, "-");
	return join(folder, name);
}
