import { chmodSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";

const shell = new Shell();

function file(name: string, text: string, mode = 0o600): string {
	writeFileSync(shell.path(name), text);
	chmodSync(shell.path(name), mode);
	return name;
}

file("site.secrets", "\uFEFFANNA_PIN=4711\r\n");
file("site.yaml", `users: { 1: { name: ANNA, pin: "\${ANNA_PIN}" } }\n`);

test("a plan is printed with references, and says that changes are due", () => {
	const { status, stdout, stderr } = shell.run([
		"plan",
		"site.yaml",
		"--from",
		"factory",
		"--price",
		"0.09",
	]);
	expect(stdout).toBe(
		`plan for a real vst-2752, from factory: 1 message, 1 SMS, price 0.09

1  PROG 7982 USRS:1,\${ANNA_PIN},ANNA
   by the manual (VST, MZ57); 26 characters, gsm-7, 1 SMS, price 0.09
   users.1.name: "" -> ANNA
   users.1.pin: PIN#1 -> \${ANNA_PIN}

rehearsed on the simulator, which then has:
  users.1.name: "" -> ANNA
  users.1.pin: PIN#1 -> \${ANNA_PIN}
`,
	);
	expect(stderr).toBe("");
	expect(status).toBe(5);
});

test("nothing to do is exit code 0; secrets are shown to who asks", () => {
	shell.run(["config", "init", "--config", "house.json"]);
	shell.run(["text", "PROG 7982 USRS:1,4711,ANNA", "--config", "house.json"]);
	const done = shell.run(["plan", "site.yaml", "--from", "house.json"]);
	expect(done).toEqual({
		status: 0,
		stdout: "plan for a real vst-2752, from house.json: nothing to do\n",
		stderr: "",
	});
	expect(shell.json("plan", "site.yaml", "--show-secrets")).toEqual({
		from: "unknown",
		to: "panel",
		model: "vst-2752",
		number: null,
		messages: [
			{
				text: "PROG 7982 USRS:1,4711,ANNA",
				command: "USRS",
				thing: "users.1",
				changes: [
					{ path: "users.1.name", from: null, to: "ANNA" },
					{ path: "users.1.pin", from: null, to: "4711" },
				],
				sms: { characters: 26, alphabet: "gsm-7", parts: 1 },
				price: null,
				provenance: "manual",
				verdict: "by the manual",
				source: "VST, MZ57",
				readings: [],
				forAWhile: false,
			},
		],
		elsewhere: [],
		warnings: ["what the panel has is not known, so this was not rehearsed"],
		difference: null,
		findings: [],
		total: { messages: 1, sms: 1, price: null },
	});
});

test("import writes a site, and its secrets where only the owner reads them", () => {
	const visit = "> PROG 7982 USRS:2,0815,BEN,0\n> PROG 7982 TIMR:45\n";
	file("visit.smst", visit);
	const { status, stderr } = shell.run([
		"import",
		"visit.smst",
		"--out",
		"b.yaml",
	]);
	expect(stderr).toBe(
		"wrote b.yaml (Climax VST-2745 and VST-2752), and its secrets to b.secrets, which only you can read\n",
	);
	expect(status).toBe(0);
	const plan = shell.run([
		"plan",
		"b.yaml",
		"--to",
		"simulator",
		"--from",
		"factory",
		"--show-secrets",
	]);
	expect(plan.stdout.match(/PROG.*/g)).toEqual([
		"PROG 7982 USRS:2,0815,BEN,0",
		"PROG 7982 TIMR:45",
	]);
	const again = shell.run(["import", "visit.smst", "--out", "b.yaml"]);
	expect(again.status).toBe(1);
});

test("many sites are a table", () => {
	file("t.yaml", 'users: { 1: { name: "{{name}}", pin: "{{pin}}" } }\n');
	file(
		"sites.csv",
		`\uFEFFsite;name;pin;from\nnorth;ANNA;"\${ANNA_PIN}";factory\n"south; old";;1234;factory\n`,
	);
	const { status, stdout } = shell.run([
		...["plan", "--sites", "sites.csv", "--template", "t.yaml"],
		...["--secrets", "site.secrets", "--price", "0.09"],
	]);
	expect(stdout).toBe(
		`site        changes  messages  SMS  price  elsewhere  warnings
north             2         1    1   0.09          0         0
south; old        0         0    0   0.00          0         1
2 sites                     1    1   0.09
`,
	);
	expect(status).toBe(5);
});
