import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { modelNames } from "../../../src/models/models.ts";
import { Shell } from "../../support/command-line.ts";
import { typed } from "../../support/typed-verb.ts";

test("init makes a panel of each model, for its owner's eyes only", async () => {
	for (const model of modelNames) {
		const file = new Shell().path("panel-config.json");
		const config = (...args: readonly string[]) =>
			typed("config", [...args, "--config", file]);
		expect((await config("init", "--model", model)).code).toBe(0);
		const shown = await config("show", "--json", "--show-secrets");
		expect(JSON.parse(shown.stdout)).toMatchObject({
			users: [{ id: 1, name: "", pin: "1234", latch: true }],
			runtime: { mode: "disarm" },
		});
		const { mode } = statSync(file);
		expect(mode & 0o777).toBe(0o600);
	}
});

test("init never overwrites without --force", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	shell.run(["text", "PROG 7982 USRS:1,4321"]);
	expect(shell.run(["config", "init"])).toMatchObject({
		status: 1,
		stdout: "",
	});
	expect(pin(shell)).toBe("4321");
	expect(shell.run(["config", "init", "--force"]).status).toBe(0);
	expect(pin(shell)).toBe("1234");
});

test.each([
	[
		"is not JSON",
		"{",
		"panel-config.json:1:2: this is not JSON: a key in quotes or } is due here, but the file ends",
	],
	[
		"has a wrong field",
		'{"schemaVersion":1,"model":"cr200","users":[{"id":1,"pin":"12345"}]}',
		"panel-config.json: users.1.pin: 4 digits, this has 5",
	],
	[
		"has an unknown key",
		'{"schemaVersion":1,"model":"cr200","timer":{}}',
		"panel-config.json: timer: there is no such key (did you mean timers?)",
	],
	[
		"is from a newer schema",
		'{"schemaVersion":2,"model":"cr200"}',
		"panel-config.json: schemaVersion: written by a newer version: schema 2, this one knows 1",
	],
	[
		"is for an unknown model",
		'{"schemaVersion":1,"model":"cr20"}',
		`panel-config.json: model: one of ${modelNames.join(", ")} (did you mean cr200?)`,
	],
])(
	"a file that %s is refused with the place, and left untouched",
	(_, content, message) => {
		const shell = new Shell();
		const file = shell.path("panel-config.json");
		writeFileSync(file, content);
		for (const args of [
			["run"],
			["text", "hello"],
			["status"],
			["config", "show"],
		])
			expect(shell.run(args)).toEqual({
				status: 2,
				stdout: "",
				stderr: `alarmpanel: ${message}\n`,
			});
		expect(readFileSync(file, "utf8")).toBe(content);
		expect(existsSync(`${file}.lock`)).toBe(false);
	},
);

test("a hand-written file says only what is not from the factory", () => {
	const shell = new Shell();
	writeFileSync(
		shell.path("panel-config.json"),
		JSON.stringify({
			schemaVersion: 1,
			model: "cr200",
			zones: [
				{ id: 7, type: 3, attribute: "home-omit", name: "Front Door" },
				{ id: 6, type: 1, attribute: "entry", name: "Kitchen" },
			],
		}),
	);
	expect(shell.run(["text", "PROG 1234 DEV?:2"]).stdout).toBe(
		"DEV?:2,6,(6,1,2,Kitchen),(7,3,1,Front Door),(8,,,),(9,,,),(10,,,)\n",
	);
});

test("show masks secrets, and status and log tell what there is", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	shell.run(["text", "PROG 7982 MODE:A", "--at", "2030-01-01"]);
	expect(shell.json("config", "show")).toMatchObject({
		model: "vst-2752",
		credentials: { keyword: "****", installerCode: "****" },
		users: [{ id: 1, name: "", pin: "PIN#1", latch: true }],
		runtime: { mode: "arming", into: "away" },
	});
	expect(shell.run(["status"]).stdout).toContain(
		"arming away: the exit delay runs\n",
	);
	expect(shell.run(["log"]).stdout).toBe(
		"    1  2030-01-01 00:00:00  exit delay, arming: away – +15550101 by SMS\n",
	);
});

test("check finds what is unwise", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	expect(shell.json("config", "check")).toMatchObject({
		ok: false,
		findings: [{ level: "warning", path: "credentials" }, { level: "note" }],
	});
	shell.run(["text", "PROG 7982 PWRD:HOUSE,4711"]);
	expect(shell.run(["config", "check"]).status).toBe(0);
});

test("check holds a panel against the standards that are named", async () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const file = shell.path("panel-config.json");
	const document = JSON.parse(readFileSync(file, "utf8"));
	document.credentials = { keyword: "HOUSE", installerCode: "4711" };
	document.timers.entry1 = 50;
	document.timers.entry2 = 30;
	document.timers.entryHome1 = 30;
	document.timers.entryHome2 = 30;
	document.timers.exitAway = 60;
	document.timers.exitHome = 60;
	document.options.restart = "resume";
	document.options.smsGuard = 3;
	document.options.tamperAlarm = "always";
	document.options.jamDetection = true;
	document.reporting.checkIn = 24;
	writeFileSync(file, JSON.stringify(document));
	const check = async (...profiles: readonly string[]) => {
		const { code, stdout, stderr } = await typed("config", [
			"check",
			"--config",
			file,
			...profiles.flatMap((name) => ["--profile", name]),
		]);
		const warnings = stdout
			.split("\n")
			.filter((line) => line.startsWith("warning: "));
		return { code, warnings, stderr };
	};
	expect(await check("cp-01")).toEqual({ code: 0, warnings: [], stderr: "" });
	expect(await check("cp-01", "en-g2", "en-g2")).toEqual({
		code: 4,
		warnings: [
			"warning: timers.entry1: 50 s; en-g2 allows 0 to 45 s: an intruder must not have longer (EN 50131-1; ICT Protege p. 53, Interlogix xGen p. 28)",
		],
		stderr: "",
	});
	expect(await check("en-g4")).toEqual({
		code: 1,
		warnings: [],
		stderr:
			"alarmpanel: there is no profile en-g4; there are cp-01, en-g2, en-g3\nalarmpanel --help says more\n",
	});
	const { code, stdout } = await typed("config", [
		"check",
		...["--config", file, "--profile", "en-g3", "--json"],
	]);
	expect({ code, ...JSON.parse(stdout) }).toEqual({
		code: 4,
		ok: false,
		findings: [
			{
				level: "note",
				path: "runtime.guard",
				message: expect.any(String),
				standard: null,
			},
			{
				level: "warning",
				path: "timers.entry1",
				message: expect.stringContaining("50 s; en-g3 allows 0 to 45 s"),
				standard: {
					profile: "en-g3",
					value: "50 s",
					allowed: "0 to 45 s",
					source: "EN 50131-1; ICT Protege p. 53, Interlogix xGen p. 28",
				},
			},
			{
				level: "note",
				path: "users.*.pin",
				message: "PINs have 4 digits; en-g3 asks for 6 (ICT Protege p. 53)",
				standard: {
					profile: "en-g3",
					value: null,
					allowed: "6",
					source: "ICT Protege p. 53",
				},
			},
			{
				level: "note",
				path: "runtime.log",
				message:
					"the log keeps 250 entries; en-g3 asks for 500 (EN 50131-1 of 2006, unverified; a draft had 200)",
				standard: {
					profile: "en-g3",
					value: null,
					allowed: "500",
					source: "EN 50131-1 of 2006, unverified; a draft had 200",
				},
			},
		],
	});
});

test("a profile goes with check only", async () => {
	expect(await typed("config", ["schema", "--profile", "cp-01"])).toEqual({
		code: 1,
		stdout: "",
		stderr:
			"alarmpanel: config schema takes no --profile; config check does\nalarmpanel --help says more\n",
	});
});

// Helpers

function pin(shell: Shell): unknown {
	const content = readFileSync(shell.path("panel-config.json"), "utf8");
	return JSON.parse(content).users[0].pin;
}
