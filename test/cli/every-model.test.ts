import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { languageNames } from "../../src/models/language-files.ts";
import { models } from "../../src/models/models.ts";
import { Shell } from "../support/command-line.ts";

/*
 * Whoever made the panel, it is there through every door: a corpus made and replayed,
 * a pipe, the library, the API and a phone line say the same.
 */
test.each([...models.map(({ name }) => name), ...languageNames])(
	"%s answers alike through every door",
	async (model) => {
		const shell = new Shell();
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
			stdout: `> ${text}\n< ${reply}\n`,
		});

		const built = join(import.meta.dirname, "../../dist/index.js");
		const { createPanel } = await import(built);
		const panel = await createPanel({ model });
		expect((await panel.text(text)).reply).toBe(reply);

		shell.run(["config", "init", "--model", model]);
		const running = shell.start([
			...["serve", "--http", "127.0.0.1:0", "--air-time", "0"],
			...["--line", "+15550177=tcp://127.0.0.1:0"],
		]);
		let printed = "";
		for (const stream of [running.child.stdout, running.child.stderr])
			stream?.on("data", (piece) => {
				printed += piece;
			});
		const found = (what: RegExp) => what.exec(printed)?.[1] ?? "";
		try {
			await running.until("phone +15550177 at ");
			await running.until("/openapi.json describes it\n");
			const api = found(/HTTP API at (\S+):/);
			const made = await posted(`${api}/panels`, { model });
			const said = await posted(`${api}/panels/${made.id}/texts`, { text });
			expect(said.reply).toBe(reply);
			const port = found(/tcp:\/\/127\.0\.0\.1:(\d+)\n/);
			const received = await texted(Number(port), text, reply);
			expect(received).toContain(`\r\n${reply}\r\n`);
		} finally {
			running.child.kill("SIGTERM");
			expect((await running.ended).status).toBe(0);
		}
	},
);

/** A message that is answered in one short line of plain letters, and the answer. */
function answered(corpus: string) {
	for (const line of corpus.trim().split("\n")) {
		const [{ sms, replies }] = JSON.parse(line).steps;
		if (replies?.length === 1 && /^[\x20-\x7e]{2,100}$/.test(replies[0]))
			return { text: sms, reply: replies[0] };
	}
	throw new Error("no message is answered");
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
