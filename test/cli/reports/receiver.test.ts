import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Running, Shell } from "../../support/command-line.ts";
import { misfits } from "../../support/published-schema.ts";

/** The commands and outputs of docs/receiver.md, in order. */
const document = readFileSync("docs/receiver.md", "utf8");
const commands = [...document.matchAll(/^ {4}alarmpanel (.*)$/gm)].map(
	([, line = ""]) => line,
);
const outputs = [...document.matchAll(/^```\n(.*?)^```$/gms)].map(
	([, text = ""]) => text,
);

test("docs/receiver.md: what it has typed does what it shows", async () => {
	const shell = new Shell();
	const started: Running[] = [];
	let port = "7000";
	const typed = (line: string) =>
		[...line.replaceAll(":7000", `:${port}`).matchAll(/'([^']*)'|(\S+)/g)].map(
			([, quoted, plain = ""]) => quoted ?? plain,
		);
	let printed = "";
	for (const line of commands)
		if (line.startsWith("receiver")) {
			const receiver = shell.start(
				typed(line.replace("127.0.0.1:7000", "127.0.0.1:0")),
			);
			started.push(receiver);
			receiver.child.stderr?.on("data", (text: string) => {
				port = /127\.0\.0\.1:(\d+)/.exec(text)?.[1] ?? port;
			});
			await receiver.until("listening at");
		} else if (line === "serve") {
			const serve = shell.start(typed(line));
			started.push(serve);
			await serve.until("alarmpanel send");
		} else {
			const { stdout, stderr, status } = shell.run(typed(line));
			expect([line, status, stderr.match(/error|fault/gi)]).toEqual([
				line,
				0,
				null,
			]);
			if (/^(text|report)/.test(line)) printed += stdout;
			if (line === "do battery low")
				await started.at(-1)?.until("destination 1: ACK");
		}
	for (const { child } of started.toReversed()) {
		child.kill("SIGTERM");
	}
	const [receiver, serve] = await Promise.all(
		started.map(({ ended }) => ended),
	);
	const [typedOutput, frame, report] = outputs;
	expect(shown(printed)).toBe(typedOutput);
	expect(shown(receiver?.stdout ?? "")).toContain(frame);
	expect(shown(serve?.stderr ?? "")).toContain(report);
	expect([receiver?.status, serve?.status]).toEqual([0, 0]);

	/** With the port, the instants and the milliseconds of the document. */
	function shown(text: string): string {
		return text
			.replaceAll(`:${port}/`, ":7000/")
			.replaceAll(/\[H[^\]]*\]/g, "[H12:00:00,11-20-2026]")
			.replaceAll(/in \d+ ms/g, "in 2 ms");
	}
});

test("a key of destination 1 out of a file, in nothing that is said", async () => {
	const shell = new Shell();
	const key = "00112233445566778899AABBCCDDEEFF";
	writeFileSync(shell.path("receiver.secrets"), `1234=${key}\n`, {
		mode: 0o600,
	});
	const receiver = shell.start([
		...["receiver", "--account", "1234", "--keys", "receiver.secrets"],
		"--json",
	]);
	await receiver.until("listening");
	let said = "";
	shell.run(["config", "init"]);
	receiver.child.kill("SIGTERM");
	const { stdout, status } = await receiver.ended;
	const { listening } = JSON.parse(stdout);
	expect(status).toBe(0);
	shell.run(["text", `PROG 7982 RPEX:1,1,0,ip://1234@${listening}/CID`]);
	const file = shell.path("panel-config.json");
	const config = JSON.parse(readFileSync(file, "utf8"));
	const withKey = (destination: object) => {
		const dc09 = { destinations: [{ id: 1, ...destination }] };
		writeFileSync(
			file,
			JSON.stringify({
				...config,
				...(shell.json("config", "show", "--show-secrets") as object),
				integrations: { dc09 },
			}),
			{ mode: 0o600 },
		);
	};
	withKey({ key });
	said += shell.run(["config", "show", "--json"]).stdout;
	expect(said).toContain('"key": "****"');
	const refused = shell.run(["report", "test", "1", "--yes"]);
	expect([refused.status, refused.stdout]).toEqual([
		3,
		expect.stringMatching(
			/^destination 1 ip:\/\/\*\*\*\*@127\.0\.0\.1:\d+\/CID: not delivered: tcp:.*ECONNREFUSED/,
		),
	]);
	said += refused.stdout + refused.stderr;
	// The same minute.
	const again = shell.run(["report", "test", "1", "--yes", "--json"]);
	expect(misfits("report-test.schema.json", JSON.parse(again.stdout))).toEqual(
		[],
	);
	expect([again.status, JSON.parse(again.stdout)]).toMatchObject([
		4,
		[{ reached: false, refusal: { code: "test/again" } }],
	]);
	withKey({ keyFile: "nowhere.key" });
	const missing = shell.run(["report", "test", "--yes"]);
	expect([missing.status, missing.stderr]).toEqual([
		2,
		expect.stringContaining(
			"integrations.dc09.destinations.0.keyFile: the key cannot be read",
		),
	]);
	withKey({ key: "00112233" });
	const short = shell.run(["report", "test", "--yes"]);
	expect([short.status, short.stderr]).toEqual([
		2,
		expect.stringContaining("32, 48 or 64 hexadecimal digits"),
	]);
	said += short.stderr + missing.stderr + again.stdout;
	expect(said).not.toContain("00112233");
});

test.each([
	[
		["report", "test"],
		1,
		"nobody can be asked here; --yes sends without asking",
	],
	[
		["report", "test", "7", "--yes"],
		1,
		"there is no destination 7; there is 1",
	],
	[
		["receiver", "--listen", "0.0.0.0:0"],
		1,
		"--listen: 0.0.0.0 is open to other machines; --expose allows that",
	],
	[
		["receiver", "--account", "xyz"],
		1,
		"--account: 3 to 16 hexadecimal digits, not xyz",
	],
	[["receiver", "--fault", "sloth"], 1, "silence"],
])("%j is refused with %i", (args, status, message) => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	shell.run(["text", "PROG 7982 RPEX:1,1,0,ip://1234@127.0.0.1:9/CID"]);
	const ended = shell.run(args);
	expect([ended.status, ended.stderr]).toEqual([
		status,
		expect.stringContaining(message),
	]);
});

describe("a file of keys that protects nothing is refused", () => {
	const key = "00112233445566778899AABBCCDDEEFF";

	test.each([
		[
			"without an account",
			`1234=${key}\n`,
			[],
			1,
			"alarmpanel: --keys: only with --account; without one any account may report in clear\nalarmpanel receiver --help says more\n",
		],
		[
			"for an account that may not report",
			`1235=${key}\n`,
			["--account", "1234"],
			2,
			"alarmpanel: k: 1235 is not among the accounts; --account 1235 makes it one\n",
		],
		[
			"with a key of one octet",
			"1234=00\n",
			["--account", "1234"],
			2,
			"alarmpanel: k: the key of 1234 is 32, 48 or 64 hexadecimal digits\n",
		],
		[
			"with two keys for one account",
			`abc=${key}\nABC=${key}\n`,
			["--account", "abc"],
			2,
			"alarmpanel: k: ABC stands there twice\n",
		],
		[
			"that is not there",
			null,
			["--account", "1234"],
			2,
			"alarmpanel: cannot read k: it is not there\n",
		],
	])("%s", (_, lines, accounts, status, stderr) => {
		const shell = new Shell();
		if (lines !== null) writeFileSync(shell.path("k"), lines, { mode: 0o600 });
		expect(shell.run(["receiver", "--keys", "k", ...accounts])).toEqual({
			status,
			stdout: "",
			stderr,
		});
	});

	test("but an account without a key beside others is said to report in clear, and case does not matter", async () => {
		const shell = new Shell();
		writeFileSync(shell.path("k"), `ABC=${key}\n`, { mode: 0o600 });
		const receiver = shell.start([
			...["receiver", "--keys", "k", "--account", "abc", "--account", "1234"],
		]);
		await receiver.until("listening");
		receiver.child.kill("SIGTERM");
		const { status, stdout, stderr } = await receiver.ended;
		expect([status, stdout, stderr.replace(/:\d+,/, ":7000,")]).toEqual([
			0,
			"",
			"1234 reports in clear: k has no key for it\nlistening at 127.0.0.1:7000, by TCP and UDP\n",
		]);
	});
});

test("keys in the environment, or settings in the file, for what is no receiver are said", async () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	shell.run(["text", "PROG 7982 RPEX:1,1,0,ip://1234@127.0.0.1:1/SIA2"]);
	const key = "00112233445566778899AABBCCDDEEFF";
	const { stderr } = await shell.runBesides(["report", "test", "1", "--yes"], {
		ALARMPANEL_DC09_KEYS: `1=${key} 2=${key}`,
	});
	expect(stderr).toContain(
		"ALARMPANEL_DC09_KEYS: destination 2 is no receiver, so its key does nothing\n",
	);
	expect(stderr).not.toContain("destination 1 is no receiver");
	const file = shell.path("panel-config.json");
	const document = JSON.parse(readFileSync(file, "utf8"));
	const dc09 = { destinations: [{ id: 5, key }] };
	const changed = { ...document, integrations: { dc09 } };
	writeFileSync(file, JSON.stringify(changed), { mode: 0o600 });
	const { status, stdout } = shell.run(["config", "check"]);
	expect([status, stdout.split("\n").at(-2)]).toEqual([
		4,
		"warning: integrations.dc09.destinations.0: there is no destination 5, so these settings do nothing",
	]);
});
