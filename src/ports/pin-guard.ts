import { randomBytes, scryptSync, timingSafeEqual } from "node:crypto";
import { mkdir, readFile, realpath, rm } from "node:fs/promises";
import * as z from "zod";
import type { PinRecord } from "../modem/link/sim.ts";
import { replaceFile } from "../store/durable-file.ts";
import type { Clock } from "../time/clock.ts";
import { ModemLineError } from "./modem-line-error.ts";
import { makePortsFolder, portFile, portsFolder } from "./ports-folder.ts";
import { stateFolder } from "./state-folder.ts";

const refusals = z.array(
	z.object({ at: z.string(), salt: z.string(), hash: z.string() }),
);

type Refusal = z.infer<typeof refusals>[number];

// A SIM is blocked after three.
const mostRefusals = 8;

/** Steps of scrypt for a hash: ten thousand PINs are not tried in a moment. */
const HASH_COST = 2 ** 14;

/** Where the record is kept. */
export interface PinFolders {
	/** For all users, until the machine starts anew. */
	readonly shared: string;
	/** For this user, for good. */
	readonly own: string;
}

/**
 * Remembers on disk which PINs a SIM refused, so that no later process enters one
 * of them again, whatever verb it runs: the third wrong PIN blocks the SIM. A PIN
 * counts as refused from before it is entered until it proves right, so a process
 * that is killed meanwhile costs no second try. It is written to two folders:
 * that of the ports, which a restart of the machine empties, and the user's own.
 */
export function pinGuard(
	clock: Clock,
	folders: PinFolders = { shared: portsFolder(), own: stateFolder() },
	hashCost = HASH_COST,
): PinRecord {
	return {
		async find(line, pin) {
			const files = await filesOf(line, folders);
			const all = await Promise.all(files.map(refusalsIn));
			const before = all.flat().find(isOf(pin, hashCost));
			if (before === undefined) return null;
			return {
				reason: `the SIM refused this PIN before (${before.at}); it is not tried again`,
				advice: `correct the PIN; if the SIM is another one now, delete ${files.join(" and ")}`,
				final: true,
			};
		},
		async add(line, pin) {
			const at = new Date(clock.now()).toISOString();
			const salt = randomBytes(16).toString("hex");
			const hash = hashOf(pin, salt, hashCost).toString("hex");
			await makePortsFolder(folders.shared);
			await makeOwnFolder(folders.own);
			for (const file of await filesOf(line, folders)) {
				const all = [...(await refusalsIn(file)), { at, salt, hash }];
				await write(file, all.slice(-mostRefusals));
			}
		},
		async remove(line, pin) {
			const isRight = isOf(pin, hashCost);
			for (const file of await filesOf(line, folders)) {
				const wrong = (await refusalsIn(file)).filter((one) => !isRight(one));
				if (wrong.length > 0) await write(file, wrong);
				else await rm(file, { force: true });
			}
		},
	};
}

/** @throws ModemLineError where nothing could be remembered beyond a restart */
async function makeOwnFolder(folder: string): Promise<void> {
	await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error) => {
		throw new ModemLineError(
			`the PIN is not entered: ${folder}, where a refused one is remembered, cannot be made`,
			"name another folder with XDG_STATE_HOME",
			error,
		);
	});
}

/** A file in each folder for a device, whatever link or speed it is opened with. */
async function filesOf(
	line: string,
	{ shared, own }: PinFolders,
): Promise<readonly string[]> {
	const [, path] = /^serial:\/\/([^?]*)/.exec(line) ?? [];
	const device =
		path === undefined ? line : await realpath(path).catch(() => path);
	return [shared, own].map(
		(folder) => `${portFile(device, folder)}.refused-pin`,
	);
}

async function refusalsIn(file: string): Promise<Refusal[]> {
	try {
		const text = await readFile(file, "utf8");
		return refusals.safeParse(JSON.parse(text)).data ?? [];
	} catch {
		return [];
	}
}

function write(file: string, all: readonly Refusal[]): Promise<void> {
	return replaceFile(file, `${JSON.stringify(all)}\n`);
}

/** A refusal stands in both folders; it is hashed once, which takes a while. */
function isOf(pin: string, cost: number): (refusal: Refusal) => boolean {
	const hashes = new Map<string, Buffer>();
	return ({ salt, hash }) => {
		const before = Buffer.from(hash, "hex");
		const now = hashes.get(salt) ?? hashOf(pin, salt, cost);
		hashes.set(salt, now);
		return before.length === now.length && timingSafeEqual(before, now);
	};
}

function hashOf(pin: string, salt: string, cost: number): Buffer {
	return scryptSync(pin, salt, 32, { cost });
}
