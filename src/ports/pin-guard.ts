import { randomBytes, scryptSync, timingSafeEqual } from "node:crypto";
import { readFile } from "node:fs/promises";
import * as z from "zod";
import {
	noPinFault,
	refusedFault,
	type StartFault,
} from "../modem/link/sim.ts";
import { replaceFile } from "../store/durable-file.ts";
import type { Clock } from "../time/clock.ts";
import { makePortsFolder, portFile, portsFolder } from "./ports-folder.ts";

/**
 * Remembers on disk that a SIM refused a PIN, so that no later process enters it
 * again: the third wrong PIN blocks the SIM.
 */
export interface PinGuard {
	/** What may be entered. */
	readonly pin: string | null;
	/** Remembers a refusal, and says so where the PIN was held back. */
	judge(fault: StartFault | null): Promise<StartFault | null>;
}

const refusal = z.object({
	at: z.string(),
	salt: z.string(),
	hash: z.string(),
});

/** @param line the modem's line, as its transport calls it */
export async function pinGuard(
	line: string,
	pin: string | null,
	clock: Clock,
	folder = portsFolder(),
): Promise<PinGuard> {
	const file = `${portFile(line, folder)}.refused-pin`;
	const before = pin === null ? null : await refusalIn(file);
	const heldBack =
		pin !== null && before !== null && isSame(pin, before) ? before : null;
	return {
		pin: heldBack === null ? pin : null,
		async judge(fault) {
			if (heldBack !== null && fault === noPinFault)
				return {
					reason: `the SIM refused this PIN before (${heldBack.at}); it is not tried again`,
					advice: `correct the PIN; if the SIM is another one now, delete ${file}`,
					final: true,
				};
			if (pin !== null && fault === refusedFault) await remember(pin);
			return fault;
		},
	};

	async function remember(wrong: string): Promise<void> {
		const at = new Date(clock.now()).toISOString();
		const salt = randomBytes(16).toString("hex");
		const hash = hashOf(wrong, salt).toString("hex");
		await makePortsFolder(folder);
		await replaceFile(file, `${JSON.stringify({ at, salt, hash })}\n`);
	}
}

async function refusalIn(file: string) {
	try {
		const text = await readFile(file, "utf8");
		return refusal.safeParse(JSON.parse(text)).data ?? null;
	} catch {
		return null;
	}
}

function isSame(pin: string, { salt, hash }: z.infer<typeof refusal>): boolean {
	const before = Buffer.from(hash, "hex");
	const now = hashOf(pin, salt);
	return before.length === now.length && timingSafeEqual(before, now);
}

function hashOf(pin: string, salt: string): Buffer {
	return scryptSync(pin, salt, 32);
}
