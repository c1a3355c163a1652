import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pinQuery } from "../../src/commands/cr200/pin-query.ts";
import { canonical } from "../../src/conversation/pattern.ts";
import { readScriptLine } from "../../src/firmware/script/script-line.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { hasWord } from "../../src/parameters/kinds/text.ts";
import { FrameCollector } from "../../src/receivers/dc09/frame-collector.ts";
import { readCorpus } from "../../src/replay/corpus/corpus.ts";
import { Mask } from "../../src/replay/report/mask.ts";
import { temporaryFolder } from "../support/folder.ts";
import { fresh } from "../support/texting.ts";

/** So many characters that a time which grows with their square is many seconds. */
const LONG = 100_000;
/** Milliseconds; a linear time has some ten. */
const SOON = 5000;

const mask = new Mask(vst2752, [fresh(vst2752)]);

const readings: readonly (readonly [string, () => unknown])[] = [
	["digits in a report", () => mask.message(`${"0".repeat(LONG)}é`)],
	["letters in a report", () => mask.message(`${"a".repeat(LONG)}é`)],
	["dots in an expected reply", () => canonical(`a${"\\.".repeat(LONG)}x...`)],
	[
		"blanks in a line of a script",
		() => readScriptLine(vst2752, `TEXT SENDER x${" ".repeat(LONG)}y`),
	],
	[
		"groups in an answer of a CR200 that never end",
		() => pinQuery.readings?.(`PIN?:${"(1,1,a".repeat(LONG)}`),
	],
	[
		"octets of a receiver that begin frame after frame",
		() => new FrameCollector().push("\n".repeat(10 * LONG)),
	],
	["digits in a value", () => hasWord(`${"0".repeat(LONG)}x`, ["A"])],
];

test.each(readings)("%s are read in no time", (_, read) => {
	const begun = performance.now();
	read();
	expect(performance.now() - begun).toBeLessThan(SOON);
});

test("blanks in a backup of gammu are read in no time", async () => {
	const file = join(await temporaryFolder(), "a.smsbackup");
	const blanks = "\t".repeat(LONG);
	writeFileSync(file, `[SMSBackup000]\nText00=x${blanks}y${blanks}z\n`);
	const begun = performance.now();
	await readCorpus(file, () => true);
	expect(performance.now() - begun).toBeLessThan(SOON);
});

test("dots before ... keep their meaning", () => {
	expect(canonical("a\\.\\....")).toBe("a\\.\\....");
	expect(canonical("a......")).toBe("a...");
});
