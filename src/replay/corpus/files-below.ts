import { readdir, realpath, stat } from "node:fs/promises";

/**
 * The files below a folder, by their paths from there, in no order. Names that begin
 * with a dot are left out. Links are followed, each folder is entered once, and under
 * the name with the fewest folders in it: links may lead in a circle.
 * @throws what the system says where a folder cannot be read
 */
export async function filesBelow(root: string): Promise<readonly string[]> {
	const files: string[] = [];
	const entered = new Set<string>();
	let folders = [""];
	while (folders.length > 0) {
		const deeper: string[] = [];
		for (const folder of folders.toSorted()) {
			const path = `${root}/${folder}`;
			const real = await realpath(path);
			if (entered.has(real)) continue;
			entered.add(real);
			for (const entry of await readdir(path, { withFileTypes: true })) {
				const { name } = entry;
				if (name.startsWith(".")) continue;
				// A link to what is not there is told when it is read.
				const found = entry.isSymbolicLink()
					? await stat(`${path}${name}`).catch(() => null)
					: entry;
				if (found?.isDirectory()) deeper.push(`${folder}${name}/`);
				else if (found === null || found.isFile())
					files.push(`${folder}${name}`);
			}
		}
		folders = deeper;
	}
	return files;
}
