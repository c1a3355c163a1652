import { writeFileSync } from "node:fs";
import zlib from "node:zlib";
import { expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";

const LINE =
	'{"id":"one","steps":[{"sms":"PROG 7982 ECHO:","replies":["ECHO:OK"]}]}\n';

/** What Node 22.15 and newer have. */
const compress: unknown = Reflect.get(zlib, "zstdCompressSync");

test("a .zst corpus is read, or one line says what it needs", () => {
	const shell = new Shell();
	const isThere = typeof compress === "function";
	writeFileSync(
		shell.path("c.jsonl.zst"),
		isThere ? compress(Buffer.from(LINE)) : "packed",
	);
	const ended = shell.run(["replay", "c.jsonl.zst"]);
	if (isThere) {
		expect(ended.status).toBe(0);
		expect(ended.stdout).toMatch(/^1 conversation: 1 passed, 0 failed; /);
	} else
		expect(ended).toEqual({
			status: 2,
			stdout: "",
			stderr: `alarmpanel: c.jsonl.zst: .zst needs Node 22.15 or newer, and this is Node ${process.versions.node}; zstd -d unpacks it\n`,
		});
});
