import { spawn } from "node:child_process";
import {
	appendFileSync,
	copyFileSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
} from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pythonJson } from "./python-json.ts";

export const FOLDER = join(
	import.meta.dirname,
	"../node_modules/.cache/alarmpanel-bench",
);

export const COMMAND = join(import.meta.dirname, "../dist/alarmpanel.js");

const COUNT = 1_000_000;
/** What is written to a file at once. */
const BATCH = 10_000;
const FIRST_SEED = 42;

type Line = ReturnType<typeof JSON.parse>;

/** How the same conversations are written, one file each. */
const forms = {
	/** Without whitespace. */
	compact: (line: Line) => JSON.stringify(line),
	/** As Python's json.dumps writes by default. */
	spaced: pythonJson,
	/** The last member first. */
	reordered: (line: Line) => JSON.stringify(reversed(line)),
} as const;

type Form = keyof typeof forms;

/**
 * A million one-message conversations, no text twice, a fifth of the messages
 * refused or ignored: of as many fixed seeds of `generate` as that takes. Made
 * anew when the build is newer.
 *
 * @returns the file of each form
 */
export async function millionConversations(): Promise<Record<Form, string>> {
	const files = {
		compact: join(FOLDER, "compact.jsonl"),
		spaced: join(FOLDER, "spaced.jsonl"),
		reordered: join(FOLDER, "reordered.jsonl"),
	};
	const all = Object.entries(files) as [Form, string][];
	if (all.every(([, file]) => timeOf(file) > timeOf(COMMAND))) return files;
	mkdirSync(FOLDER, { recursive: true });
	for (const [, file] of all) rmSync(`${file}.part`, { force: true });
	let batch: Line[] = [];
	const write = () => {
		for (const [form, file] of all)
			appendFileSync(
				`${file}.part`,
				batch.map((line) => `${forms[form](line)}\n`).join(""),
			);
		batch = [];
	};
	for await (const line of differentConversations()) {
		batch.push(line);
		if (batch.length === BATCH) write();
	}
	write();
	for (const [, file] of all) renameSync(`${file}.part`, file);
	return files;
}

/** Seed after seed, what has a text that has not come before. */
async function* differentConversations(): AsyncGenerator<Line> {
	const texts = new Set<string>();
	for (let seed = FIRST_SEED; ; seed += 1) {
		const options = [`--count=${COUNT}`, "--invalid=20%", `--seed=${seed}`];
		const child = spawn(process.execPath, [COMMAND, "generate", ...options], {
			stdio: ["ignore", "pipe", "ignore"],
		});
		const before = texts.size;
		for await (const text of createInterface({ input: child.stdout })) {
			const line = JSON.parse(text);
			const { sms } = line.steps[0];
			if (texts.has(sms)) continue;
			texts.add(sms);
			yield line;
			if (texts.size < COUNT) continue;
			child.kill();
			return;
		}
		if (texts.size === before) throw new Error("generate gives nothing new");
	}
}

/** The same four times, in a file of its own, which is to be removed. */
export function fourTimes(million: string): string {
	const file = join(FOLDER, "four-million.jsonl");
	copyFileSync(million, file);
	for (let copies = 1; copies < 4; copies += 1)
		appendFileSync(file, readFileSync(million));
	return file;
}

function reversed(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(reversed);
	if (typeof value !== "object" || value === null) return value;
	const members = Object.entries(value).reverse();
	return Object.fromEntries(members.map(([name, of]) => [name, reversed(of)]));
}

/** In milliseconds; 0 where there is no such file. */
function timeOf(file: string): number {
	return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
