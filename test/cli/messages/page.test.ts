import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";

test("page writes the page that opens from a file, and says what to do with it", () => {
	const shell = new Shell();
	const { status, stdout, stderr } = shell.run(["page", "--out", "p.html"]);
	expect([status, stderr]).toEqual([0, ""]);
	expect(stdout).toMatch(
		/^wrote p\.html \(\d+ kB\): open it in a browser, or send it to a phone; it needs no network\n$/,
	);
	const html = readFileSync(join(shell.folder, "p.html"), "utf8");
	expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
	expect(shell.json("page")).toEqual({
		file: "alarmpanel.html",
		octets: Buffer.byteLength(html),
	});
});

test("a folder that is not there is named, with exit code 3", () => {
	expect(new Shell().run(["page", "--out", "nowhere/p.html"])).toEqual({
		status: 3,
		stdout: "",
		stderr:
			"alarmpanel: nowhere/p.html cannot be written: its folder is not there (ENOENT)\n",
	});
});
