import { randomBytes, scryptSync, timingSafeEqual } from "node:crypto";
import { readFile, realpath, rm } from "node:fs/promises";
import * as z from "zod";
import type { PinRecord } from "../modem/link/sim.ts";
import { replaceFile } from "../store/durable-file.ts";
import type { Clock } from "../time/clock.ts";
import { makePortsFolder, portFile, portsFolder } from "./ports-folder.ts";

const refusals = z.array(
	z.object({ at: z.string(), salt: z.string(), hash: z.string() }),
);

type Refusal = z.infer<typeof refusals>[number];

// A SIM is blocked after three.
const mostRefusals = 8;

/**
 * Remembers on disk which PINs a SIM refused, so that no later process enters one
 * of them again, whatever verb it runs: the third wrong PIN blocks the SIM. A PIN
 * counts as refused from before it is entered until it proves right, so a process
 * that is killed meanwhile costs no second try.
 */
export function pinGuard(clock: Clock, folder = portsFolder()): PinRecord {
	return {
		async find(line, pin) {
			const file = await fileOf(line, folder);
			const before = (await refusalsIn(file)).find(isOf(pin));
			if (before === undefined) return null;
			return {
				reason: `the SIM refused this PIN before (${before.at}); it is not tried again`,
				advice: `correct the PIN; if the SIM is another one now, delete ${file}`,
				final: true,
			};
		},
		async add(line, pin) {
			const file = await fileOf(line, folder);
			const at = new Date(clock.now()).toISOString();
			const salt = randomBytes(16).toString("hex");
			const hash = hashOf(pin, salt).toString("hex");
			const all = [...(await refusalsIn(file)), { at, salt, hash }];
			await makePortsFolder(folder);
			await write(file, all.slice(-mostRefusals));
		},
		async remove(line, pin) {
			const file = await fileOf(line, folder);
			const isRight = isOf(pin);
			const wrong = (await refusalsIn(file)).filter((one) => !isRight(one));
			if (wrong.length > 0) await write(file, wrong);
			else await rm(file, { force: true });
		},
	};
}

/** One file for a device, whatever link or speed it is opened with. */
async function fileOf(line: string, folder: string): Promise<string> {
	const [, path] = /^serial:\/\/([^?]*)/.exec(line) ?? [];
	const device =
		path === undefined ? line : await realpath(path).catch(() => path);
	return `${portFile(device, folder)}.refused-pin`;
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

function isOf(pin: string): (refusal: Refusal) => boolean {
	return ({ salt, hash }) => {
		const before = Buffer.from(hash, "hex");
		const now = hashOf(pin, salt);
		return before.length === now.length && timingSafeEqual(before, now);
	};
}

function hashOf(pin: string, salt: string): Buffer {
	return scryptSync(pin, salt, 32);
}
