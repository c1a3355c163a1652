import { chmod, mkdir, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { ConfigWriteError } from "../store/config-write-error.ts";
import { acquireLock, type Lock, LockedError } from "../store/lock.ts";
import type { LockClaim } from "../store/lock-owner.ts";
import { ModemLineError } from "./modem-line-error.ts";

/**
 * Locks of ports stand here and not in /var/lock, where only some may write
 * and a lock tells no more than a number.
 */
const usualFolder = () => join(tmpdir(), "alarmpanel-ports");

/**
 * Makes a port this process's own. Links to the same device share one lock,
 * and the lock of a dead owner is taken over.
 * @param path `/dev/ttyUSB0`
 * @throws ModemLineError that names the owner when it has one
 */
export async function lockPort(
	path: string,
	claim: LockClaim,
	folder = usualFolder(),
): Promise<Lock> {
	await mkdir(folder, { recursive: true });
	// Others on this machine have ports too. Not ours to change if they made it.
	await chmod(folder, 0o1777).catch(() => {});
	const device = await realpath(path).catch(() => resolve(path));
	const name = device.replace(/^[/\\]+/, "").replace(/[/\\:]/g, "-");
	try {
		return await acquireLock(join(folder, name), claim);
	} catch (error) {
		// The folder is everybody's, what is in it is its makers'.
		if (error instanceof ConfigWriteError)
			throw new ModemLineError(
				`${path} cannot be locked: ${error.message}`,
				`another user may have it; if not, delete what is in ${folder}`,
				error,
			);
		if (!(error instanceof LockedError)) throw error;
		const { command, pid, started } = error.owner;
		throw new ModemLineError(
			`${path} is in use by ${command}, process ${pid} since ${started}`,
			"end that one first",
			error,
		);
	}
}
