import { spawnSync } from "node:child_process";
import {
	appendFileSync,
	closeSync,
	copyFileSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	statSync,
} from "node:fs";
import { join } from "node:path";

export const FOLDER = join(
	import.meta.dirname,
	"../node_modules/.cache/alarmpanel-bench",
);

export const COMMAND = join(import.meta.dirname, "../dist/alarmpanel.js");

/**
 * A million one-message conversations, a fifth of the messages refused or
 * ignored, of a fixed seed. Made anew when the build is newer.
 */
export function millionConversations(): string {
	const file = join(FOLDER, "million.jsonl");
	if (timeOf(file) > timeOf(COMMAND)) return file;
	mkdirSync(FOLDER, { recursive: true });
	const output = openSync(`${file}.part`, "w");
	const options = ["--count=1e6", "--invalid=20%", "--seed=42"];
	const { status, stderr } = spawnSync(
		process.execPath,
		[COMMAND, "generate", ...options],
		{ stdio: ["ignore", output, "pipe"], encoding: "utf8" },
	);
	closeSync(output);
	if (status !== 0) throw new Error(`generate: ${stderr}`);
	renameSync(`${file}.part`, file);
	return file;
}

/** The same four times, in a file of its own, which is to be removed. */
export function fourMillionConversations(): string {
	const million = millionConversations();
	const file = join(FOLDER, "four-million.jsonl");
	copyFileSync(million, file);
	for (let copies = 1; copies < 4; copies += 1)
		appendFileSync(file, readFileSync(million));
	return file;
}

/** In milliseconds; 0 where there is no such file. */
function timeOf(file: string): number {
	return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
