import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";
import { replayedIn } from "../../support/replayed.ts";

let folder: string;
beforeEach(async () => {
	folder = await temporaryFolder();
});

test("an update writes what came into a transcript, and leaves the rest as it was typed", async () => {
	const { summary, changed } = await replayedIn(
		folder,
		{
			"a.smst": `# by hand
model   vst-2752

>  PROG 7982  ECHO:
# what does it say?
< nothing
< at all
? users.1.pin 9
> PROG 7982 MOD?:
@ +60s
? runtime.mode disarm
`,
		},
		{ update: true },
	);
	expect(summary.failed).toBe(0);
	expect(changed).toBe(
		[
			`updated a (${folder}/a.smst:4)`,
			"  - < nothing",
			"  - < at all",
			"  + < ECHO:OK",
			`updated a (${folder}/a.smst:8)`,
			"  - ? users.1.pin 9",
			'  + ? users.1.pin "1234"',
			`updated a (${folder}/a.smst:9)`,
			"  + < MODE?D",
		].join("\n"),
	);
	expect(readFileSync(join(folder, "a.smst"), "utf8")).toBe(`# by hand
model   vst-2752

>  PROG 7982  ECHO:
< ECHO:OK
# what does it say?
? users.1.pin "1234"
> PROG 7982 MOD?:
< MODE?D
@ +60s
? runtime.mode disarm
`);
});

test("an update leaves a claim about a path that leads nowhere", async () => {
	const text = "> PROG 7982 ECHO:\n< ECHO:OK\n? users.1.pn null\n";
	const { changed } = await replayedIn(
		folder,
		{ "a.smst": text },
		{ update: true },
	);
	expect([changed, readFileSync(join(folder, "a.smst"), "utf8")]).toEqual([
		"",
		text,
	]);
});

test("an update writes lines of JSON anew where they differ", async () => {
	const good = '{ "id": "a", "steps": [] }';
	await replayedIn(
		folder,
		{
			"a.jsonl": `${good}\n{"id":"b","steps":[{"sms":"hello","replies":["hi"]}]}\n`,
		},
		{ update: true },
	);
	expect(readFileSync(join(folder, "a.jsonl"), "utf8")).toBe(
		`${good}\n{"id":"b","steps":[{"sms":"hello","replies":[]}]}\n`,
	);
});

test("an update keeps the line ends and the mark of each form", async () => {
	const texts = (reply: string) => ({
		"a.jsonl": `\uFEFF{"id":"a","steps":[{"sms":"PROG 7982 ECHO:","replies":["${reply}"]}]}\r\n{ "id": "b", "steps": [] }\r\n`,
		"b.smst": `\uFEFFid c\r\n> PROG 7982 ECHO:\r\n< ${reply}\r\n`,
	});
	await replayedIn(folder, texts("NO"), { update: true });
	for (const [name, text] of Object.entries(texts("ECHO:OK")))
		expect(readFileSync(join(folder, name), "utf8")).toBe(text);
});
