import { spawnSync } from "node:child_process";
import {
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

/*
 * What lies in folders around the command is nobody's business but its owner's:
 * yargs, for one, would take words from a folder `locales` beside the package.
 */

const dist = join(import.meta.dirname, "../../../dist");
const around = mkdtempSync(join(tmpdir(), "alarmpanel-strange-"));
afterAll(() => rmSync(around, { recursive: true }));

const here = join(around, "prefix/alarmpanel/dist");
mkdirSync(here, { recursive: true });
writeFileSync(join(here, "package.json"), '{"type":"module"}');
for (const name of ["alarmpanel.js", "command-line.cjs"])
	copyFileSync(join(dist, name), join(here, name));

function helpOf(command: string) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[command, "--help"],
		{ cwd: around, encoding: "utf8" },
	);
	return { status, stdout, stderr };
}

test.each([
	["no JSON", "garbage"],
	["other words", '{"Options:":"Nothing here is as it was:"}'],
])("strangers' files with %s change nothing", (_, content) => {
	const expected = helpOf(join(dist, "alarmpanel.js"));
	for (const folder of ["prefix", "prefix/alarmpanel", ""])
		for (const name of ["locales/en.json", "package.json"]) {
			mkdirSync(join(around, folder, "locales"), { recursive: true });
			writeFileSync(join(around, folder, name), content);
		}
	expect(helpOf(join(here, "alarmpanel.js"))).toEqual(expected);
	expect(expected).toMatchObject({ status: 0, stderr: "" });
});
