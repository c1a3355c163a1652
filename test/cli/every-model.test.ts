import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { languageNames } from "../../src/models/language-files.ts";
import { models } from "../../src/models/models.ts";
import { Shell } from "../support/command-line.ts";

/*
 * Whoever made the panel, it is there through every door: a corpus made and replayed,
 * a pipe, the library, the API and a phone line say the same. One service is the API's
 * door for all of them; phone lines of every language are in golden-on-the-air.test.ts.
 */
const shell = new Shell();
let service: ReturnType<Shell["start"]>;
let printed = "";
const found = (what: RegExp) => what.exec(printed)?.[1] ?? "";

beforeAll(async () => {
	shell.run(["config", "init", "--model", "tell-gate"]);
	service = shell.start([
		...["serve", "--http", "127.0.0.1:0", "--air-time", "0"],
		...["--line", "+15550177=tcp://127.0.0.1:0"],
	]);
	for (const stream of [service.child.stdout, service.child.stderr])
		stream?.on("data", (piece) => {
			printed += piece;
		});
	await service.until("phone +15550177 at ");
	await service.until("/openapi.json describes it\n");
});

afterAll(async () => {
	service.child.kill("SIGTERM");
	expect((await service.ended).status).toBe(0);
});

test.each([...models.map(({ name }) => name), ...languageNames])(
	"%s answers alike through every door",
	async (model) => {
		const corpus = shell.run([
			...["generate", "--model", model, "--count", "40", "--expect"],
		]);
		writeFileSync(shell.path("corpus.jsonl"), corpus.stdout);
		expect(shell.run(["replay", "corpus.jsonl"])).toMatchObject({
			status: 0,
			stdout: expect.stringContaining("40 conversations: 40 passed, 0 failed"),
		});
		const { text, reply } = answered(corpus.stdout);

		expect(shell.run(["run", "--model", model], `${text}\n`)).toMatchObject({
			status: 0,
			stdout: `> ${text}\n<${reply === null ? "" : ` ${reply}`}\n`,
		});

		const built = join(import.meta.dirname, "../../dist/index.js");
		const { createPanel } = await import(built);
		const panel = await createPanel({ model });
		expect((await panel.text(text)).reply).toBe(reply);

		const api = found(/HTTP API at (\S+):/);
		const made = await posted(`${api}/panels`, { model });
		const said = await posted(`${api}/panels/${made.id}/texts`, { text });
		expect(said.reply).toBe(reply);
	},
);

test("a program at a modem texts a panel of another maker", async () => {
	const port = Number(found(/tcp:\/\/127\.0\.0\.1:(\d+)\n/));
	const [text, reply] = ["PWD=1111#SMSLIMIT=0#", "No SMS limit"];
	expect(await texted(port, text, reply)).toContain(`\r\n${reply}\r\n`);
});

/** A message that is answered in a short text of plain letters, and the answer; of languages that answer nothing one that is done. */
function answered(corpus: string): {
	readonly text: string;
	readonly reply: string | null;
} {
	const steps = corpus
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line).steps[0]);
	for (const { sms, replies } of steps)
		if (replies?.length === 1 && /^[\x20-\x7e]{2,100}$/.test(replies[0]))
			return { text: sms, reply: replies[0].replaceAll("\\n", "\n") };
	const [first] = steps;
	return { text: first.sms, reply: null };
}

async function posted(
	url: string,
	body: unknown,
): Promise<Record<string, unknown>> {
	const answer = await fetch(url, {
		method: "POST",
		headers: { "Content-Type": "application/json" },
		body: JSON.stringify(body),
	});
	return Object(await answer.json());
}

/** Texts the panel as a plain program at a modem does; gives all that the modem said. */
async function texted(port: number, text: string, reply: string) {
	const socket = connect(port, "127.0.0.1");
	let said = "";
	socket.on("data", (bytes) => {
		said += bytes;
	});
	const seen = async (what: string) => {
		while (!said.includes(what)) await once(socket, "data");
	};
	socket.write("ATE0\r");
	await seen("OK\r\n");
	socket.write("AT+CMGF=1\r");
	socket.write('AT+CMGS="+15550100"\r');
	await seen("> ");
	socket.write(`${text}\u001a`);
	await seen("+CMTI:");
	socket.write("AT+CMGR=1\r");
	await seen(reply);
	socket.destroy();
	return said;
}
