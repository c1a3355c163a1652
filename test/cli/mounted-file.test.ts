import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { COMMAND, Shell } from "../support/command-line.ts";

/** Runs a script where it may mount what it likes, and nobody else sees it. */
function amongMounts(folder: string, script: string, args: string[] = []) {
	return spawnSync("unshare", ["-rm", "bash", "-c", script, "bash", ...args], {
		cwd: folder,
		encoding: "utf8",
		input: "",
	});
}

const isAllowed = amongMounts(".", "mount -t tmpfs tmpfs /mnt").status === 0;

test.skipIf(!isAllowed)(
	"a panel's file that is mounted alone, as into a container, is told by what it needs",
	() => {
		const shell = new Shell();
		shell.run(["config", "init"]);
		mkdirSync(shell.path("data"));
		writeFileSync(shell.path("data/panel-config.json"), "");
		const inData = (...args: string[]) =>
			amongMounts(
				shell.folder,
				'mount --bind panel-config.json data/panel-config.json && cd data && exec "$@"',
				[process.execPath, COMMAND, ...args],
			);
		const { status, stdout, stderr } = inData("text", "PROG 7982 USRS:2,4711");
		expect([status, stdout, stderr]).toEqual([
			...[3, ""],
			"alarmpanel: panel-config.json cannot be written: it is mounted by itself, without its folder (EBUSY)\n",
		]);
		expect(
			inData("doctor", "--only", "disk").stdout.split("\n").slice(0, 2),
		).toEqual([
			"fault   disk/write          nothing can be written beside the panel's file: it is mounted by itself, without its folder (EXDEV); no change would be confirmed",
			"                            → mount the folder of the file in place of the file",
		]);
	},
);
