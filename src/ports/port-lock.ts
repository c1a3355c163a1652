import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { ConfigWriteError } from "../store/config-write-error.ts";
import { acquireLock, type Lock, LockedError } from "../store/lock.ts";
import type { LockClaim } from "../store/lock-owner.ts";
import { ModemLineError } from "./modem-line-error.ts";
import { makePortsFolder, portFile, portsFolder } from "./ports-folder.ts";
import { lockForOthers } from "./uucp-lock.ts";

/**
 * Makes a port this process's own. Links to the same device share one lock,
 * and the lock of a dead owner is taken over.
 * Other programs are told, and heard, by a lock of the form that they know.
 * @param path `/dev/ttyUSB0`
 * @throws ModemLineError that names the owner when it has one
 */
export async function lockPort(
	path: string,
	claim: LockClaim,
	folder = portsFolder(),
	folderOfOthers?: string,
): Promise<Lock> {
	const device = await realpath(path).catch(() => resolve(path));
	const own = await lockAmongOurselves(path, device, claim, folder);
	try {
		const others = await lockForOthers(device, folderOfOthers);
		return {
			...own,
			async release() {
				await others.release();
				await own.release();
			},
		};
	} catch (error) {
		await own.release();
		throw error;
	}
}

async function lockAmongOurselves(
	path: string,
	device: string,
	claim: LockClaim,
	folder: string,
): Promise<Lock> {
	await makePortsFolder(folder);
	try {
		return await acquireLock(portFile(device, folder), claim, {
			// Anybody may put links into the folder.
			follow: false,
		});
	} catch (error) {
		// All users share the folder; each file in it belongs to who made it.
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
