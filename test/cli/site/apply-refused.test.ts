/** What `apply` does not begin, and why. */
import { chmodSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";

let shell = new Shell();

const SITE = `number: "+15550200"
users: { 1: { name: ANNA, pin: "\${ANNA_PIN}" } }
`;

beforeEach(() => {
	shell = new Shell();
	file("site.secrets", "ANNA_PIN=4711\n");
	file("site.yaml", SITE);
});

function file(name: string, text: string): void {
	writeFileSync(shell.path(name), text);
	chmodSync(shell.path(name), 0o600);
}

describe("nothing is sent", () => {
	const HELP = "alarmpanel apply --help says more\n";
	const nowhere = ["--modem", "tcp://127.0.0.1:1"];

	test.each([
		[
			"where nobody can be asked",
			["apply", "site.yaml", ...nowhere],
			"nothing is sent unasked, and here nobody can be asked; --yes sends",
		],
		[
			"to another number than the site's",
			["apply", "site.yaml", "--number", "+15550201", "--yes", ...nowhere],
			"--number +15550201: the site says that its panel is at +15550200",
		],
		[
			"where it takes more SMS than are allowed",
			["apply", "site.yaml", "--yes", "--max-sms", "2", ...nowhere],
			"that is up to 3 SMS, and --max-sms is 2; nothing was sent",
		],
		[
			"without a modem",
			["apply", "site.yaml", "--yes"],
			"which modem? --modem serial:///dev/ttyUSB0, tcp://host:8081 or auto:; --to simulator needs none",
		],
		[
			"through a modem without a panel",
			["apply", "site.yaml", "--yes", "--modem", "virtual:"],
			"--modem virtual: has no panel behind it that could answer; --to simulator sends to a throw-away panel, without a modem",
		],
		[
			"where there is no run to resume",
			["apply", "site.yaml", "--yes", "--resume", ...nowhere],
			"there is no run of site.yaml to resume; without --resume a new one begins",
		],
	])("%s: wrong usage", (_, args, said) => {
		const { status, stdout, stderr } = shell.run(args);
		expect([status, stdout]).toEqual([1, ""]);
		expect(stderr.endsWith(`alarmpanel: ${said}\n${HELP}`)).toBe(true);
	});

	test("a dry run shows what would be", () => {
		const { status, stdout } = shell.run(["apply", "site.yaml", "--dry-run"]);
		expect(stdout.split("\n").slice(-2)).toEqual([
			"to +15550200: up to 3 SMS",
			"",
		]);
		expect(status).toBe(5);
	});

	describe("of a plan", () => {
		const planned = (change: (text: string) => string) =>
			file(
				"plan.json",
				change(shell.run(["plan", "site.yaml", "--json"]).stdout),
			);
		const apply = () => shell.run(["apply", "plan.json", "--yes", ...nowhere]);

		test("that was edited", () => {
			planned((text) => text.replace("USRS:1,", "USRS:2,"));
			expect(apply()).toEqual({
				status: 2,
				stdout: "",
				stderr:
					"alarmpanel: plan.json: this plan was changed after it was made; plan again\n",
			});
		});

		test("of another version", () => {
			planned((text) => text.replace('"format": 1', '"format": 9'));
			expect(apply()).toEqual({
				status: 2,
				stdout: "",
				stderr:
					"alarmpanel: plan.json: this plan is of another version of alarmpanel (format 9, and this one reads 1); plan again\n",
			});
		});

		test.each([
			[["--from", "factory"], "--from: this plan was made from unknown"],
			[["--to", "simulator"], "--to: this plan was made for a real panel"],
			[["--with", "inferred"], "--with: this plan was made without inferred"],
			[["--allow", "duress"], "--allow: this plan was made without duress"],
			[
				["--sender", "+15550101"],
				"--sender: this plan was made for no sender in particular",
			],
			[["--var", "a=b"], "--var: this plan was made with its own variables"],
		])("that is to be another with %s", (more, said) => {
			planned((text) => text);
			const args = ["apply", "plan.json", "--yes", ...nowhere];
			expect(shell.run([...args, ...more])).toEqual({
				status: 1,
				stdout: "",
				stderr: `alarmpanel: ${said}; plan again for another\n${HELP}`,
			});
		});

		test("whose site has changed since", () => {
			planned((text) => text);
			file("site.yaml", SITE.replace("ANNA,", "HANNA,"));
			expect(apply()).toEqual({
				status: 2,
				stdout: "",
				stderr: `alarmpanel: plan.json: site.yaml, or what the plan starts from, is not what it was: message 1 was PROG 7982 USRS:1,\${ANNA_PIN},ANNA, and would now be PROG 7982 USRS:1,\${ANNA_PIN},HANNA; plan again\n`,
			});
		});

		test("of which a secret has changed since", () => {
			planned((text) => text);
			file("site.secrets", "ANNA_PIN=4712\n");
			expect(apply()).toEqual({
				status: 2,
				stdout: "",
				stderr:
					"alarmpanel: plan.json: site.yaml, or what the plan starts from, is not what it was: a secret in message 1 is another one now; plan again\n",
			});
		});
	});

	test("to two rows with one number", () => {
		file("t.yaml", 'number: "{{number}}"\ntimers: { exitAway: 45 }\n');
		file(
			"sites.csv",
			"site,number,code\nnorth,+15550201,7982\nsouth,+15550201,7982\n",
		);
		expect(
			shell.run([
				...["apply", "--sites", "sites.csv", "--template", "t.yaml", "--yes"],
				...nowhere,
			]),
		).toEqual({
			status: 2,
			stdout: "",
			stderr:
				"alarmpanel: sites.csv:3: site south: site north has the same number\n",
		});
	});
});
