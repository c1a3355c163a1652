import { link, readFile, rm, unlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pid as ownPid } from "node:process";
import { isAlive } from "../store/process-identity.ts";
import { codeOf } from "../store/system-error.ts";
import { ModemLineError } from "./modem-line-error.ts";

/** Where programs look for locks of serial ports. (FHS 3.0, 5.9) */
const FOLDER = "/var/lock";
/** A lock that another program left behind may be removed by two at once. */
const TRIES = 3;

/** A lock that other programs honour; nothing where none can be made. */
export interface UucpLock {
	/** Gives it up, if it is still this process's own. */
	release(): Promise<void>;
}

const none: UucpLock = { release: async () => {} };

/**
 * Locks a device as minicom, wvdial, pppd and mgetty do, and gammu where it is told to: with a file
 * `LCK..ttyUSB0` that holds a process id as ten characters and a line feed. One of a
 * process that lives is honoured; one of a process that is gone is taken over. Where
 * the folder is missing or not to be written into, as for most users of Fedora, no
 * lock is made; one that is there is honoured all the same.
 *
 * @param device `/dev/ttyUSB0`; other places than /dev have no such locks
 * @throws ModemLineError that names the process that has the port
 */
export async function lockForOthers(
	device: string,
	folder = FOLDER,
): Promise<UucpLock> {
	if (dirname(device) !== "/dev") return none;
	const file = join(folder, `LCK..${basename(device)}`);
	for (let tries = 1; tries <= TRIES; tries++) {
		const owner = await ownerOf(file);
		if (owner === "unreadable") return none;
		if (owner !== "nobody") {
			if (owner !== ownPid && isAlive(owner))
				throw new ModemLineError(
					`${device} is in use by ${await nameOf(owner)}`,
					`end that one first; if it does not use the port, delete ${file}`,
				);
			try {
				await unlink(file);
			} catch (error) {
				if (codeOf(error) !== "ENOENT") return none;
			}
		}
		const made = await make(file);
		if (made !== "taken") return made;
	}
	return none;
}

/** The lock; taken where another program was quicker. */
async function make(file: string): Promise<UucpLock | "taken"> {
	const content = `${`${ownPid}`.padStart(10)}\n`;
	// Never half written under its own name: others would take it for nobody's.
	const temporary = join(dirname(file), `LTMP..alarmpanel.${ownPid}`);
	try {
		// A process of this number may have been killed just here.
		await rm(temporary, { force: true });
		await writeFile(temporary, content, { flag: "wx", mode: 0o644 });
		await link(temporary, file);
	} catch (error) {
		return codeOf(error) === "EEXIST" ? "taken" : none;
	} finally {
		await rm(temporary, { force: true }).catch(() => {});
	}
	return {
		async release() {
			if ((await ownerOf(file)) === ownPid) await unlink(file).catch(() => {});
		},
	};
}

/** Whose a lock is; a file in which no process id stands is not to be read. */
async function ownerOf(
	file: string,
): Promise<number | "nobody" | "unreadable"> {
	let content: Buffer;
	try {
		content = await readFile(file);
	} catch (error) {
		return codeOf(error) === "ENOENT" ? "nobody" : "unreadable";
	}
	// Old programs write the number as four octets.
	const [digits] =
		/^\s*\d{1,10}(?=\s|$)/.exec(content.toString("latin1")) ?? [];
	const pid =
		digits !== undefined
			? Number(digits)
			: content.length === 4
				? content.readInt32LE()
				: 0;
	return pid > 0 ? pid : "unreadable";
}

/** `minicom, process 4711`, as far as the system tells. */
async function nameOf(pid: number): Promise<string> {
	const command = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "");
	return `${command.trim() || "another program"}, process ${pid}`;
}
