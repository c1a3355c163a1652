import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Shell } from "../support/command-line.ts";

test("init makes a panel of each model, for its owner's eyes only", () => {
	for (const model of [
		"vst-2752",
		"vst-2745",
		"mz-8",
		"cr200",
		"mobile-mates",
	]) {
		const shell = new Shell();
		expect(shell.run(["config", "init", "--model", model]).status).toBe(0);
		expect(shell.json("config", "show", "--show-secrets")).toMatchObject({
			users: [{ id: 1, name: "", pin: "1234", latch: true }],
			runtime: { mode: "disarm" },
		});
		const { mode } = statSync(shell.path("panel-config.json"));
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
		"panel-config.json: model: one of vst-2752, vst-2745, mz-8, cr200, mobile-mates (did you mean cr200?)",
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
		users: [{ id: 1, name: "", pin: "****", latch: true }],
		runtime: { mode: "arming", into: "away" },
	});
	expect(shell.run(["status"]).stdout).toContain(
		"arming, into away at 2030-01-01T00:00:30.000Z",
	);
	expect(shell.run(["log"]).stdout).toBe(
		`${"    1  2030-01-01T00:00:00.000Z  arming      away".padEnd(71)}sms +15550101\n`,
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

// Helpers

function pin(shell: Shell): unknown {
	const content = readFileSync(shell.path("panel-config.json"), "utf8");
	return JSON.parse(content).users[0].pin;
}
