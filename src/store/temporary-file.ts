import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pid } from "node:process";
import { isAlive } from "./process-identity.ts";

/** Temporary files that this process is writing. */
const inUse = new Set<string>();
let made = 0;

/**
 * Runs `write` with an unused name for a temporary file beside `target`. `write`
 * moves or removes the file; if it fails, the file is removed here. The name holds
 * the process's number, by which `removeOrphans` knows files of killed processes.
 */
export async function withTemporary(
	target: string,
	write: (temporary: string) => Promise<void>,
): Promise<void> {
	const temporary = temporaryName(target);
	inUse.add(temporary);
	try {
		await write(temporary);
	} catch (error) {
		await rm(temporary, { force: true }).catch(() => {});
		throw error;
	} finally {
		inUse.delete(temporary);
	}
}

/** A name for a temporary file beside `target` that nobody else uses. */
export function temporaryName(target: string): string {
	made += 1;
	return join(dirname(target), `.${basename(target)}.${pid}-${made}.tmp`);
}

/**
 * Removes the temporary files beside `target` whose processes are gone, because
 * they may hold PINs. A file that cannot be removed is not an error.
 */
export async function removeOrphans(target: string): Promise<void> {
	const folder = dirname(target);
	const names = await readdir(folder).catch((): string[] => []);
	for (const name of names) {
		const owner = ownerOf(name, basename(target));
		const path = join(folder, name);
		if (owner === null || inUse.has(path)) continue;
		if (owner === pid || !isAlive(owner))
			await rm(path, { force: true }).catch(() => {});
	}
}

/**
 * The process that made a temporary file for `base`, or for the takeover lock of
 * the lock `base`; null for any other file.
 */
function ownerOf(name: string, base: string): number | null {
	if (!name.startsWith(`.${base}.`)) return null;
	const owner = /^(?:takeover\.)*([0-9]+)-[0-9]+\.tmp$/.exec(
		name.slice(base.length + 2),
	);
	return owner === null ? null : Number(owner[1]);
}
