import { chmod, lstat, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { geteuid } from "node:process";
import { reasonOf } from "../store/system-error.ts";
import { ModemLineError } from "./modem-line-error.ts";

/**
 * The folder for files about ports, shared by the machine's users. Not /var/lock,
 * where other programs look (`uucp-lock.ts`): only some users may write there, and a
 * lock there holds only a process id, which tells nothing of another container.
 */
export function portsFolder(): string {
	return join(tmpdir(), "alarmpanel-ports");
}

/**
 * Makes the folder, for everybody.
 * @throws ModemLineError where another user could replace what is in it, or it cannot
 *   be made
 */
export async function makePortsFolder(folder: string): Promise<void> {
	await mkdir(folder, { recursive: true }).catch((error) => {
		throw new ModemLineError(
			`${folder} cannot be made: ${reasonOf(error)}`,
			`name another folder with TMPDIR, or let systemd's unit write there: ReadWritePaths=${dirname(folder)}`,
			error,
		);
	});
	// Fails where another user made it, which is fine.
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
