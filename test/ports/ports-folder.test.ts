import { chmod, chown, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { geteuid } from "node:process";
import { expect, test } from "vitest";
import { makePortsFolder } from "../../src/ports/ports-folder.ts";
import { temporaryFolder } from "../support/folder.ts";

test.skipIf(process.platform === "win32")(
	"a link is no folder for the ports of all users",
	async () => {
		const folder = await temporaryFolder();
		await mkdir(join(folder, "real"));
		await chmod(join(folder, "real"), 0o700);
		await symlink("real", join(folder, "link"));
		await expect(makePortsFolder(join(folder, "link"))).rejects.toThrow(
			"belongs to another user",
		);
	},
);

test.skipIf(geteuid?.() !== 0)(
	"another user's folder is taken only where its files are safe from others",
	async () => {
		const folder = join(await temporaryFolder(), "ports");
		await mkdir(folder);
		await chown(folder, 65_534, 65_534);
		// root makes it sticky by itself.
		await makePortsFolder(folder);
	},
);

test("where the folder cannot be made, it is said what to do", async () => {
	const file = join(await temporaryFolder(), "file");
	await writeFile(file, "");
	await expect(makePortsFolder(join(file, "ports"))).rejects.toThrow(
		`${file}/ports cannot be made: its folder is a file (ENOTDIR); name another folder with TMPDIR, or let systemd's unit write there: ReadWritePaths=${file}`,
	);
});
