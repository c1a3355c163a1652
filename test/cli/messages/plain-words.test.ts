import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ANNA, BOB, panelWithPeople } from "../../support/panel-with-people.ts";
import { typed } from "../../support/typed-verb.ts";

const folder = mkdtempSync(join(tmpdir(), "alarmpanel-words-"));
const config = join(folder, "panel-config.json");

/** The lodge's file, as it is at the beginning. */
function lodgeFile(): readonly string[] {
	// This model has no code for duress.
	const users = panelWithPeople.users.filter(({ id }) => id < 90);
	const file = { schemaVersion: 1, ...panelWithPeople, users };
	writeFileSync(config, JSON.stringify(file));
	return ["--config", config];
}

test("check explains a plain text by its shape", async () => {
	const right = await typed("check", ["disarm", "1234", "--model", "vst-2752"]);
	expect([right.code, right.stdout]).toEqual([
		0,
		expect.stringMatching(/^only here: disarm 1234\nDISARM {2}Disarm/),
	]);
	const wrong = await typed("check", [
		"arm at 25:00",
		"--json",
		"--model",
		"vst-2752",
	]);
	expect([wrong.code, JSON.parse(wrong.stdout)]).toEqual([
		4,
		expect.objectContaining({
			ok: false,
			command: "ARM AT",
			provenance: "extension",
			diagnostics: [
				expect.objectContaining({
					code: "parameter/time",
					start: 7,
					end: 12,
				}),
			],
		}),
	]);
});

test("check --as judges what this person may say, and changes nothing", async () => {
	const file = lodgeFile();
	const as = async (message: string, who: string) => {
		const { stdout } = await typed("check", [
			message,
			"--as",
			who,
			"--json",
			...file,
		]);
		return JSON.parse(stdout).diagnostics.map(
			({ code }: { code: string }) => code,
		);
	};
	expect(await as("DISARM 1234", ANNA)).toEqual([]);
	expect(await as("DISARM 2222", ANNA)).toEqual(["person/wrong-pin"]);
	expect(await as("DISARM 2222", BOB)).toEqual(["person/right"]);
	expect(await as("ARM", "+4912345")).toEqual(["sender/unlisted"]);
});

test("check judges a script call by its shape", async () => {
	const { code, stdout } = await typed("check", [
		":cmd slepens script mans_skripts var= a",
		"--model",
		"vst-2752",
	]);
	expect(code).toBe(4);
	expect(stdout).toMatch(/\^ value: missing right behind the =/);
});

test("commands documents the words, and who may use them", async () => {
	const all = await typed("commands", ["--model", "cr200"]);
	expect(all.stdout).toMatch(
		/\n\nPeople on the panel's list, WORD more PIN\nSTATUS +extension/,
	);
	const one = await typed("commands", ["arm", "force", "--model", "cr200"]);
	expect(one.stdout).toBe(`ARM FORCE
Arm away in spite of faults; what is open is left out.
our extension: no real panel knows it (AndroidAPS SMS commands; ZW41 for arming by force)
for people who may arm; needs the person's PIN, first or last; waits for the minimum delay
example: ARM FORCE 1234
`);
});

test("text shows what the others are told, and leaves what waited", async () => {
	const file = lodgeFile();
	const say = (...words: readonly string[]) =>
		typed("text", [...words, "--from", ANNA, ...file]);
	expect(await say("HOME")).toEqual({
		code: 0,
		stdout: "Arming home: 30 s.\n",
		stderr: `queued for ${BOB}: Anna: HOME is done.\n`,
	});
	expect((await say("STATUS")).stderr).toBe("");
	const disarmed = await say("DISARM", "1234");
	expect(disarmed.stderr).toBe(`queued for ${BOB}: Anna: DISARM is done.\n`);
});

test("a silence names the command that lets the number in", async () => {
	const silent = await typed("text", [
		"ARM",
		"--from",
		"+4912345",
		...lodgeFile(),
	]);
	expect(silent).toEqual({
		code: 4,
		stdout: "",
		stderr:
			"no answer: sender: not on the list, and this is no installer message (people add +4912345 --name NAME --user 1 --can arm,disarm)\n",
	});
	const slip = await typed("text", [
		"PROG USRS:1",
		"--from",
		"+4912345",
		...lodgeFile(),
	]);
	expect(slip.stderr).toMatch(/^no answer: installer code: missing/);
});
