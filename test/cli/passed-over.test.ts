import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { askedOnTerminal } from "../support/asked-on-terminal.ts";
import { Shell } from "../support/command-line.ts";

const shell = new Shell();
shell.run(["config", "init"]);
writeFileSync(
	shell.path("site.yaml"),
	'model: vst-2752\nnumber: "+15550100"\ntimers: { exitAway: 45 }\n',
);
writeFileSync(shell.path("a.smst"), "> PROG 7982 MODE:A\n< MODE:OK\n");
writeFileSync(shell.path("a.csv"), "PROG 7982 MODE:A\n");
const simulated = ["site.yaml", "--to", "simulator", "--from", "factory"];
const NO_MODEM = "goes with --modem or --line; else a pipe needs no modem";

/** An option that nothing on its line has a use for: the line, and what is said. */
const passedOver = [
	["run --allow-control", "--allow-control goes with --http"],
	["serve --allow-control", "--allow-control goes with --http"],
	["run --expose", "--expose goes with --http or --line"],
	["serve --expose", "--expose goes with --http or --line"],
	["run --model cr200 -c a.json", "--model and --config do not go together"],
	["run --baud 9600", "--baud goes with --line"],
	["run --channel loss", "--channel goes with --line"],
	["run --air-time 0", "--air-time goes with --line"],
	["run --seed 2", "--seed goes with --channel"],
	["serve --seed 2", "--seed goes with --channel"],
	[
		"serve --modem serial:///dev/ttyUSB0 --air-time 0",
		"--air-time goes with --line",
	],
	["run --pin 1234", `--pin ${NO_MODEM}`],
	["run --smsc +15550199", `--smsc ${NO_MODEM}`],
	["run --init ATE0", `--init ${NO_MODEM}`],
	["run --auto-erase", `--auto-erase ${NO_MODEM}`],
	["run --keep-messages", `--keep-messages ${NO_MODEM}`],
	["run --storage-limit 5", `--storage-limit ${NO_MODEM}`],
	["run --poll 10s", `--poll ${NO_MODEM}`],
	[
		"serve --mqtt-user house",
		"--mqtt-user goes with --mqtt, or with integrations.mqtt.url in the panel's file",
	],
	[
		"serve --mqtt mqtt://127.0.0.1 --mqtt-password a --mqtt-password-file b",
		"--mqtt-password and --mqtt-password-file do not go together",
	],
	[
		"serve --mqtt-forget --http 127.0.0.1:0",
		"--mqtt-forget and --http do not go together",
	],
	[
		"doctor --only disk --modem virtual:",
		"--only leaves out what --modem is for; add modem to it",
	],
	[
		"doctor --only disk --http 127.0.0.1:1",
		"--only leaves out what --http is for; add web to it",
	],
	[
		"doctor --only modem --mqtt mqtt://127.0.0.1",
		"--only leaves out what --mqtt is for; add mqtt to it",
	],
	[
		"check ARM --model cr200 --config panel-config.json",
		"--model and --config do not go together",
	],
	[
		"compose ECHO --model cr200 -c panel-config.json",
		"--model and --config do not go together",
	],
	["compose ECHO --to +15550100", "--to goes with --link, --qr or --json"],
	[
		"compose ECHO --to +15550100 --qr --json",
		"--qr and --json do not go together",
	],
	[
		"commands --model cr200 --config panel-config.json",
		"--model and --config do not go together",
	],
	[
		"commands --behaviour --model cr200",
		"--behaviour and --model do not go together",
	],
	[
		"commands --behaviour --strict",
		"--behaviour and --strict do not go together",
	],
	[
		"commands --search bypass -c panel-config.json",
		"--search and --config do not go together",
	],
	[
		`apply ${simulated.join(" ")} --audit x.audit`,
		"--audit, with --to simulator: none is kept of a throw-away panel",
	],
	[
		`apply ${simulated.join(" ")} --validity 15m`,
		"--validity, with --to simulator: no network delivers to a throw-away panel",
	],
	[`apply ${simulated.join(" ")} --pin 1234`, "--pin goes with --modem"],
	[`apply ${simulated.join(" ")} --init ATE0`, "--init goes with --modem"],
	[
		"replay a.smst --columns from,text",
		"--columns is for CSV, and here is transcript; --form csv reads every file as CSV",
	],
	[
		"replay a.smst --convert json-lines --columns from,text",
		"--columns is for CSV, and here is transcript; --form csv reads every file as CSV",
	],
	[
		"replay a.smst a.csv --columns text --sent",
		"--sent is for gammu, smstools, android, and here is transcript and csv; --form says which it is",
	],
	[
		"replay a.smst --queue redis://127.0.0.1:1 --expose",
		"--expose goes with --serve-corpus or --http",
	],
	["replay --schema --bail", "--schema and --bail do not go together"],
	[
		"replay --schema a.smst",
		"replay --schema prints the schema of a line, and reads no file",
	],
] as const;

test.each(passedOver)("%s is refused", (line, said) => {
	const args = line.split(" ");
	const { status, stdout, stderr } = shell.run(args);
	expect([status, stdout]).toEqual([1, ""]);
	expect(stderr).toBe(
		`alarmpanel: ${said}\nalarmpanel ${args[0]} --help says more\n`,
	);
});

test("the same options are taken where something has a use for them", () => {
	for (const [line, status] of [
		["compose ECHO --to +15550100 --link", 0],
		["compose ECHO --to +15550100 --json", 0],
		["handover site.yaml --for installer", 0],
		["replay a.csv --columns text", 0],
		["replay a.csv a.smst --columns text", 0],
		["replay --schema --json", 0],
		["doctor --only disk,web --http 127.0.0.1:0", 0],
		[`apply ${simulated.join(" ")} --yes`, 0],
	] as const)
		expect([line, shell.run(line.split(" ")).status]).toEqual([line, status]);
});

test("a file on the line is judged by although the environment names a model, or a language is described", async () => {
	shell.run(["config", "init", "--config", "cr200.json", "--model", "cr200"]);
	const message = ["check", "PROG", "1234", "MODE:A", "-c", "cr200.json"];
	const judged = shell.run(message);
	expect(judged.stdout).toMatch(/^by the manual/);
	expect(await shell.runBesides(message, { ALARMPANEL_MODEL: "mz-8" })).toEqual(
		judged,
	);
	const dialect = `${process.cwd()}/src/models/dialects/tell-gate.json`;
	expect(shell.run([...message, "--dialect", dialect])).toEqual(judged);
	expect(
		shell.run(["run", "-c", "cr200.json", "--dialect", dialect], "").stderr,
	).not.toContain("throw-away");
});

test("run --json on a terminal, which prints none there, is refused", async () => {
	expect(await askedOnTerminal(shell, ["run", "--json"], [])).toEqual({
		status: 1,
		shown:
			"alarmpanel: run --json: only in a pipe\nalarmpanel run --help says more\n",
	});
});
