import {
	type FileHandle,
	link,
	open,
	readlink,
	realpath,
	rename,
	rm,
	stat,
} from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { geteuid, platform } from "node:process";
import { codeOf } from "./system-error.ts";
import { withTemporary } from "./temporary-file.ts";

export interface ReplaceOptions {
	readonly mode?: number;
	readonly check?: (temporary: string) => Promise<void>;
	readonly before?: string | null;
	readonly sync?: (target: string) => Promise<void>;
}

type Prepare = (handle: FileHandle) => Promise<void>;

/** For the owner only: these files hold PINs and codes. */
const MODE = 0o600;

/**
 * Writes a file, new or in place of an old one. At every instant the file is the
 * old one or the new one, also when the process is killed or the power fails. The
 * new one has the owner of the old one.
 * @param options.mode of the new one, 0600 unless given
 * @param options.check called just before the old file is replaced, with the name of
 *   the new one; what it throws keeps the old file
 * @param options.before what the old file holds. It is put back where the new one is
 *   in its place and may not be durable: what is told of as not done must not be done
 *   after a restart
 * @param options.sync makes the file's name durable
 */
export async function replaceFile(
	target: string,
	text: string,
	{
		mode = MODE,
		check = async () => {},
		before = null,
		sync = syncFolder,
	}: ReplaceOptions = {},
): Promise<void> {
	const keepOwner = await ownerKeeper(target);
	const prepare: Prepare = async (handle) => {
		if (mode !== MODE) await handle.chmod(mode);
		await keepOwner(handle);
	};
	await put(target, text, prepare, check);
	try {
		await sync(target);
	} catch (error) {
		if (before !== null) await put(target, before, prepare).catch(() => {});
		throw error;
	}
}

/** Puts a text in the place of a file, whose name is not durable yet. */
async function put(
	target: string,
	text: string,
	prepare: Prepare,
	check: (temporary: string) => Promise<void> = async () => {},
): Promise<void> {
	await withTemporary(target, async (temporary) => {
		await write(temporary, text, prepare);
		await check(temporary);
		await rename(temporary, target);
	});
}

/**
 * A function that gives a new file to the owner of the one that it replaces. Root
 * would else shut out the user whose panel it is; others may not give files away,
 * and must not take them either.
 */
async function ownerKeeper(target: string): Promise<Prepare> {
	const old = await stat(target).catch(() => null);
	if (old === null || geteuid === undefined || old.uid === geteuid())
		return async () => {};
	return (handle) => handle.chown(old.uid, old.gid);
}

/**
 * Makes a file that does not exist yet, with all its content at once.
 * @throws a system error with the code EEXIST when it exists.
 */
export async function createFile(target: string, text: string): Promise<void> {
	await withTemporary(target, async (temporary) => {
		await write(temporary, text);
		await link(temporary, target).catch(async (error) => {
			if (!withoutLinks.has(codeOf(error) ?? "")) throw error;
			// As on a FAT disk. This is exclusive too, but readers may see half of it.
			await write(target, text);
		});
		await rm(temporary);
	});
	await syncFolder(target);
}

/**
 * The file that a name leads to. Symbolic links are followed, also one whose
 * target does not exist: the target is replaced, and the link stays a link.
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

/** Errors of `link` on file systems without hard links. */
const withoutLinks: ReadonlySet<string> = new Set([
	"EPERM",
	"ENOTSUP",
	"EOPNOTSUPP",
	"ENOSYS",
]);

/** Errors of `fsync` on file systems that do not sync folders. */
const withoutFolderSync: ReadonlySet<string> = new Set([
	"EINVAL",
	"ENOTSUP",
	"EOPNOTSUPP",
	"ENOSYS",
]);

async function write(
	file: string,
	text: string,
	prepare: Prepare = async () => {},
): Promise<void> {
	const handle = await open(file, "wx", MODE);
	try {
		await prepare(handle);
		await handle.writeFile(text);
		await handle.sync();
	} catch (error) {
		await rm(file, { force: true }).catch(() => {});
		throw error;
	} finally {
		await handle.close();
	}
}

/** Makes the file's name durable; `sync` did so for its content. */
export async function syncFolder(file: string): Promise<void> {
	// Windows cannot open folders, and does not need this.
	if (platform === "win32") return;
	const folder = await open(dirname(file), "r");
	try {
		await folder.sync();
	} catch (error) {
		// As on some network disks: more cannot be done there.
		if (!withoutFolderSync.has(codeOf(error) ?? "")) throw error;
	} finally {
		await folder.close();
	}
}
