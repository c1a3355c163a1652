/** The built command line once more, with something changed in it. */
import { createHash } from "node:crypto";
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
/** What stands before everything that the script does. */
const HEAD = '{"use strict";';

export interface Build {
	/** What is run. */
	readonly command: string;
	/** As workers and who asks them name it. */
	readonly engine: string;
}

/** The build that is tested. */
export const thisBuild = (): Build => buildIn(ROOT);

/**
 * A copy of it, which is of another version: it runs `code` first, in each of its
 * threads.
 */
export function otherBuild(code: string): Build {
	const folder = mkdtempSync(join(tmpdir(), "alarmpanel-build-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	mkdirSync(join(folder, "dist"));
	for (const each of ["alarmpanel.js", "replay-worker.js", "packages"])
		cpSync(join(ROOT, "dist", each), join(folder, "dist", each), {
			recursive: true,
		});
	cpSync(join(ROOT, "package.json"), join(folder, "package.json"));
	symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
	const script = readFileSync(scriptOf(ROOT), "latin1");
	if (!script.includes(HEAD)) throw new Error("the script begins otherwise");
	const changed = script.replace(HEAD, () => `${HEAD}${code};`);
	writeFileSync(scriptOf(folder), changed, "latin1");
	return buildIn(folder);
}

/** Code that does something where a thread meets a conversation with this id. */
export function atConversation(id: string, deed: string): string {
	return `if(!require("node:worker_threads").isMainThread){const code=String.prototype.charCodeAt;String.prototype.charCodeAt=function(at){if(this==${JSON.stringify(id)}){${deed}}return code.call(this,at)}}`;
}

function buildIn(folder: string): Build {
	const { version } = JSON.parse(
		readFileSync(join(ROOT, "package.json"), "utf8"),
	);
	const hash = createHash("sha256").update(readFileSync(scriptOf(folder)));
	return {
		command: join(folder, "dist/alarmpanel.js"),
		engine: `${version}-${hash.digest("hex").slice(0, 8)}`,
	};
}

function scriptOf(folder: string): string {
	return join(folder, "dist/command-line.cjs");
}
