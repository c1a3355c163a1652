import { readFileSync, writeFileSync } from "node:fs";
import files from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { openPanel } from "../../../src/device/file/panel-file.ts";
import { systemClock } from "../../../src/time/system-clock.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { PANEL } from "../../support/texting.ts";
import { type Typed, typed } from "../../support/typed-verb.ts";

let file = "";
beforeEach(async () => {
	file = join(await temporaryFolder(), "panel-config.json");
	await typed("config", ["init", "--config", file]);
});

/** `people` with arguments as one writes them. */
function does(line: string): Promise<Typed> {
	return typed("people", [...line.split(" "), "--config", file]);
}

function listed(): unknown {
	return JSON.parse(readFileSync(file, "utf8")).remote.people;
}

const anna = "add +33612345678 --name Anna --user 1 --can arm,disarm";

describe("add", () => {
	test("lets somebody in, and says how they are listed and what is unwise", async () => {
		expect(await does(anna)).toEqual({
			code: 0,
			stdout:
				"1 Anna        +33612345678  user 1  can arm, disarm  notices results, alarms, troubles\n",
			stderr:
				"user 1's PIN is a simple rising sequence and easy to guess; Anna confirms with it\n",
		});
		expect(listed()).toEqual([
			{
				id: 1,
				name: "Anna",
				numbers: ["+33612345678"],
				user: 1,
				can: ["arm", "disarm"],
				enabled: true,
				notices: ["results", "alarms", "troubles"],
				otpKey: "",
				language: "",
			},
		]);
	});

	test("reads the panel's file once", async () => {
		const read = vi.spyOn(files, "open");
		syncBuiltinESMExports();
		await does(anna);
		const names = read.mock.calls.map(([name]) => name);
		read.mockRestore();
		syncBuiltinESMExports();
		expect(names.filter((name) => name === file)).toEqual([file]);
	});

	test("changes who has the number: what is not given stays", async () => {
		await does(anna);
		const { stdout } = await does(
			"add +33612345678 --number +33187654321 BANK --language fr --notices none",
		);
		expect(stdout).toBe(
			"1 Anna        +33612345678, +33187654321, BANK  user 1  can arm, disarm  notices none  fr\n",
		);
	});

	test.each([
		[
			"no number",
			"add",
			1,
			"write people add NUMBER, as people add +33612345678 --name Anna",
		],
		["no name", "add +336", 1, "whose is +336? Add --name NAME"],
		[
			"a right that there is not",
			"add +336 --name Bob --can arm,fly",
			1,
			"there is no right fly; there are arm, disarm, bypass, status, program, script",
		],
		[
			"a notice that there is not",
			"add +336 --name Bob --notices all",
			1,
			"there is no notice all; there are results, alarms, troubles",
		],
		[
			"a number that no message comes from",
			"add 1,2 --name Bob",
			1,
			"number: 1 to 20 characters, this has a comma (no message can carry a comma inside a parameter)",
		],
		[
			"a user of no kind",
			"add +336 --name Bob --user 11",
			1,
			"user: 0 to 10 or 95 to 96, this is outside",
		],
		[
			"a user that there is not",
			"add +336 --name Bob --user 2",
			4,
			"user: there is no user 2 (there is 1)",
		],
		[
			"the number of somebody else",
			"add +33612345678 --name Bob",
			4,
			"number: Anna has it already (no two people share a number)",
		],
		[
			"a name that somebody has",
			"add +336 --name anna",
			4,
			"name: person 1 has this one already (no two people share a name)",
		],
		[
			"a number that somebody has",
			"add +336 --name Bob --number +33612345678",
			4,
			"number: Anna has it already (no two people share a number)",
		],
	])("%s is refused in one line", async (_, line, code, message) => {
		await does(anna);
		const before = readFileSync(file, "utf8");
		const { stderr, ...rest } = await does(line);
		expect(rest).toEqual({ code, stdout: "" });
		expect(stderr.split("\n")[0]).toBe(`alarmpanel: ${message}`);
		expect(JSON.parse(readFileSync(file, "utf8")).remote).toEqual(
			JSON.parse(before).remote,
		);
	});

	test("tells of a number that no network will name, and of a key that is missing", async () => {
		const { stderr } = await does(
			"add 0612345678 --name Anna --can bypass --user 1",
		);
		expect(stderr).toBe(
			[
				"0612345678 is compared as typed; networks name senders as +33612345678: write it so, or set remote.country in the file",
				"user 1's PIN is a simple rising sequence and easy to guess; Anna confirms with it",
				"Anna has no key for one-time codes, which BYPASS needs: alarmpanel otp uri 0612345678 makes one",
				"",
			].join("\n"),
		);
	});
});

test("list tells who there is, without the keys", async () => {
	expect((await does("list")).stdout).toBe(
		"nobody is on the list: nobody can control the panel from afar\n",
	);
	await does(anna);
	expect((await does("list")).stdout).toBe(
		"1 Anna        +33612345678  user 1  can arm, disarm  notices results, alarms, troubles\n",
	);
	expect(JSON.parse((await does("list --json")).stdout)).toMatchObject({
		enabled: true,
		people: [{ name: "Anna", otpKey: "" }],
		unknown: [],
	});
	expect((await does("list --unknown")).stdout).toBe(
		"unknown numbers are not recorded: remote.recordUnknown is false\n",
	);
});

test("a person, or everybody, is switched off and on, by number or by name", async () => {
	await does(anna);
	expect((await does("disable anna")).stdout).toContain("disabled\n");
	expect(listed()).toMatchObject([{ enabled: false }]);
	expect((await does("enable +33612345678")).stdout).not.toContain("disabled");
	expect((await does("disable")).stdout).toBe("the remote switch is off\n");
	expect((await does("list")).stdout).toContain(
		"the remote switch is off; alarmpanel people enable switches it on",
	);
	expect((await does("enable")).stdout).toBe("the remote switch is on\n");
});

test("remove takes somebody off the list; nobody is no mistake to guess at", async () => {
	expect(await does("remove Anna")).toMatchObject({
		code: 1,
		stderr: expect.stringContaining(
			"alarmpanel: nobody is on the list; alarmpanel people add Anna --name NAME adds a person\n",
		),
	});
	await does(anna);
	expect(await does("remove Ann")).toMatchObject({
		code: 1,
		stderr: expect.stringContaining(
			"alarmpanel: Ann is not on the list; it has Anna\n",
		),
	});
	expect((await does("remove Anna")).stdout).toBe(
		"Anna is no longer on the list\n",
	);
	expect(listed()).toEqual([]);
});

test("a panel that runs learns of it at once", async () => {
	const panel = await openPanel({
		file,
		owner: "test",
		control: true,
		number: PANEL,
		clock: systemClock,
		onTrouble: (error) => {
			throw error;
		},
	});
	try {
		expect(await does(anna)).toMatchObject({ code: 0 });
		expect(panel.state.remote.people).toMatchObject([{ name: "Anna" }]);
		expect((await does("add +336 --name Bob --user 7")).code).toBe(4);
		expect(panel.state.runtime.log.map(({ by }) => by)).toEqual([
			"local",
			"local",
		]);
	} finally {
		await panel.close();
	}
});

describe("a panel with a country", () => {
	beforeEach(async () => {
		const document = JSON.parse(readFileSync(file, "utf8"));
		document.remote.country = "FR";
		writeFileSync(file, JSON.stringify(document));
	});

	test("keeps numbers in one form and knows them in each", async () => {
		const { stdout, stderr } = await does(
			"add 06.12.34.56.78 --name Anna --user 1",
		);
		expect(stdout).toContain("1 Anna        +33612345678  ");
		expect(stderr).not.toContain("compared as typed");
		expect((await does("disable 0033612345678")).code).toBe(0);
	});

	test("refuses a file in which two people share a number", async () => {
		const document = JSON.parse(readFileSync(file, "utf8"));
		const person = (id: number, name: string, number: string) => ({
			id,
			name,
			numbers: [number],
			user: 1,
		});
		document.remote.people = [
			person(1, "Anna", "06 12 34 56 78"),
			person(2, "Bob", "+33612345678"),
		];
		writeFileSync(file, JSON.stringify(document));
		expect(await typed("text", ["hello", "--config", file])).toEqual({
			code: 2,
			stdout: "",
			stderr: `alarmpanel: ${file}: remote.people.2.numbers: Anna has it already\n`,
		});
	});
});

test("config check names what is unwise about who is let in", async () => {
	await does("add +336 --name Anna --can bypass,program");
	const { stdout, code } = await typed("config", ["check", "--config", file]);
	expect(code).toBe(4);
	expect(stdout).toBe(
		[
			"warning: credentials: factory credentials, printed in every manual: P-Word, installer code",
			"note: remote.minimumDelay: 0 min with one number on the list: whoever has that phone may act as often; 15 min, or a second person who is told",
			"warning: users.1.pin: user 1's PIN is a simple rising sequence and easy to guess; Anna confirms with it",
			"warning: remote.people.1.otpKey: Anna has no key for one-time codes, which BYPASS needs: alarmpanel otp uri +336 makes one",
			"warning: options.timeZone: it is UTC, so times of day, as in ARM AT, may not be those of the place: alarmpanel config set options.timeZone Europe/Paris sets another",
			"",
		].join("\n"),
	);
});
