import { link, open, readlink, realpath, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { platform } from "node:process";
import { codeOf } from "./system-error.ts";
import { withTemporary } from "./temporary-file.ts";

/** For the owner only: these files hold PINs and codes. */
const MODE = 0o600;

/**
 * Puts a text in the place of a file, whether there is one or not. At every
 * instant the file is the old one or the new one, also when the process is
 * killed or the power fails. The new one has mode 0600, whatever the old had,
 * unless another mode is given.
 */
export async function replaceFile(
	target: string,
	text: string,
	mode: number = MODE,
): Promise<void> {
	await withTemporary(target, async (temporary) => {
		await write(temporary, text, mode);
		await rename(temporary, target);
	});
	await syncFolder(target);
}

/**
 * Makes a file that is not there yet, at once with all that is in it.
 * @throws a system error with the code EEXIST when there is one.
 */
export async function createFile(target: string, text: string): Promise<void> {
	await withTemporary(target, async (temporary) => {
		await write(temporary, text);
		await link(temporary, target).catch(async (error) => {
			if (!withoutLinks.has(codeOf(error) ?? "")) throw error;
			// A FAT disk: exclusive all the same, but seen while it is written.
			await write(target, text);
		});
		await rm(temporary);
	});
	await syncFolder(target);
}

/**
 * The file behind a name: symbolic links are followed, also the one whose
 * target is not there. A link stays a link because its target is replaced.
 */
export async function targetOf(file: string): Promise<string> {
	try {
		return await realpath(file);
	} catch (error) {
		if (codeOf(error) !== "ENOENT") throw error;
		const linked = await readlink(file).catch(() => null);
		return linked === null
			? resolve(file)
			: targetOf(resolve(dirname(file), linked));
	}
}

/** What `link` says on file systems that know no hard links. */
const withoutLinks: ReadonlySet<string> = new Set([
	"EPERM",
	"ENOTSUP",
	"EOPNOTSUPP",
	"ENOSYS",
]);

async function write(file: string, text: string, mode = MODE): Promise<void> {
	const handle = await open(file, "wx", MODE);
	try {
		if (mode !== MODE) await handle.chmod(mode);
		await handle.writeFile(text);
		await handle.sync();
	} catch (error) {
		await rm(file, { force: true }).catch(() => {});
		throw error;
	} finally {
		await handle.close();
	}
}

/** Makes the name durable, as `sync` made the content. */
async function syncFolder(file: string): Promise<void> {
	// Windows opens no folders, and its rename needs no such help.
	if (platform === "win32") return;
	const folder = await open(dirname(file), "r");
	try {
		await folder.sync();
	} finally {
		await folder.close();
	}
}
