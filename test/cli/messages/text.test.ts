import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";

let shell: Shell;
beforeEach(() => {
	shell = new Shell();
	shell.run(["config", "init", "--config", "house.json"]);
});

test("prints the reply and exits 0, with or without quotes around the message", () => {
	const quoted = ["PROG 7982 USRS:1,1234,JOHN,1"];
	const words = ["PROG", "7982", "USRS:1,1234,JOHN,1"];
	const dashes = ["PROG", "--", "7982", "USRS:1,1234,JOHN,1"];
	for (const args of [quoted, words, dashes])
		expect(shell.run(["text", "--config", "house.json", ...args])).toEqual({
			status: 0,
			stdout: "USRS:OK\n",
			stderr: "",
		});
});

test("a word that starts with a dash is not lost in silence", () => {
	expect(shell.run(["text", "--config", "house.json", "--", "-x"])).toEqual({
		status: 1,
		stdout: "",
		stderr:
			'alarmpanel: a word that starts with a dash: write " -x", with a blank in front\nalarmpanel text --help says more\n',
	});
});

describe("a number of the panel's own that nobody can dial is refused", () => {
	test.each(["text PROG 7982 ECHO:", "run", "serve"])("%s", (verb) => {
		const before = readFileSync(shell.path("house.json"), "utf8");
		expect(
			shell.run([
				...verb.split(" "),
				...["--config", "house.json", "--number", "hello"],
			]),
		).toEqual({
			status: 1,
			stdout: "",
			stderr: `alarmpanel: --number: "hello" is no number: "h" cannot be dialled; write it like +15550101\nalarmpanel ${verb.split(" ")[0]} --help says more\n`,
		});
		expect(readFileSync(shell.path("house.json"), "utf8")).toBe(before);
	});
});

describe("a message that is not carried out exits 4", () => {
	test.each([
		["PROG 7982 USRS:1,12", "USRS:ERROR\n"],
		["PROG 7982 USRS:2,1234", "USRS:ERROR\n"],
		["PROG 0000 USRS:1,1234", ""],
		["hello", ""],
	])("%s", (message, reply) => {
		const before = config();
		const { status, stdout } = shell.run([
			"text",
			message,
			"--config",
			"house.json",
		]);
		expect([status, stdout]).toEqual([4, reply]);
		expect(config()).toEqual(before);
	});

	/** Everything but what a refused message may touch. */
	function config(): unknown {
		const document = JSON.parse(readFileSync(shell.path("house.json"), "utf8"));
		const { log: _, guard: __, ...runtime } = document.runtime;
		return { ...document, runtime };
	}
});

test("--json says all that came of it, secrets masked", () => {
	const message = "PROG 7982 USRS:3,9999,,0";
	expect(shell.json("text", message, "-c", "house.json")).toEqual({
		reply: "USRS:OK",
		accepted: true,
		command: "USRS",
		provenance: "manual",
		arguments: { user: 3, pin: "****", name: null, latch: false },
		changes: [
			{ path: "users.3.id", from: null, to: 3 },
			{ path: "users.3.name", from: null, to: "" },
			{ path: "users.3.pin", from: null, to: "PIN#1" },
			{ path: "users.3.latch", from: null, to: false },
		],
		effects: [],
		diagnostics: [],
	});
});

test("--json gives every fault its place", () => {
	const message = "PROG 7982 USRS:11,12";
	expect(shell.json("text", message, "-c", "house.json")).toEqual({
		reply: "USRS:ERROR",
		accepted: false,
		command: "USRS",
		provenance: "manual",
		arguments: null,
		changes: [],
		effects: [],
		diagnostics: [
			{
				code: "parameter/range",
				message: "user number: 1 to 10, this is outside",
				hint: null,
				start: 15,
				end: 17,
				parameter: "user",
			},
			{
				code: "parameter/digits",
				message: "user PIN: 4 digits, this has 2",
				hint: null,
				start: 18,
				end: 20,
				parameter: "pin",
			},
		],
	});
});

test("the panel never answers its own number, and takes the time it is given", () => {
	const own = ["text", "PROG 7982 ECHO:", "--from", "+15550100"];
	expect(shell.run([...own, "-c", "house.json"])).toMatchObject({
		status: 4,
		stdout: "",
	});
	const at = ["--at", "2030-01-01T00:00:00Z", "-c", "house.json"];
	shell.run(["text", "PROG 7982 MODE:A", ...at]);
	const later = ["--at", "2030-01-01T00:00:31Z", "-c", "house.json"];
	shell.run(["text", "PROG 7982 ECHO:", ...later]);
	expect(shell.json("config", "show", "-c", "house.json")).toMatchObject({
		runtime: { mode: "away", into: null },
	});
});

test("without a file it says how to make one", () => {
	expect(new Shell().run(["text", "hello"])).toEqual({
		status: 2,
		stdout: "",
		stderr:
			"alarmpanel: there is no panel-config.json; make one with: alarmpanel config init\n",
	});
});
