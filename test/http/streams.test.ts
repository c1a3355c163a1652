import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { connect } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { afterEach, expect, test } from "vitest";
import { ActivityStream } from "../../src/firmware/activity.ts";
import { activityEvents } from "../../src/http/door/activity-events.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { fakeMachine } from "../../src/time/fake-machine.ts";
import { steadyClock } from "../../src/time/steady-clock.ts";
import { fresh, NOON } from "../support/texting.ts";

const state = fresh(vst2752);
let server: Server | null = null;
afterEach(() => {
	server?.closeAllConnections();
	server?.close();
});

/** A server of one stream. */
async function serving(activity: ActivityStream) {
	const machine = fakeMachine(NOON);
	const ended = { count: 0 };
	const app = new Hono<{ Bindings: { outgoing: { destroy(): void } } }>();
	app.get("/", (c) =>
		activityEvents(c, {
			activity,
			clock: steadyClock(machine),
			over: () => {
				ended.count += 1;
			},
			drop: () => c.env.outgoing.destroy(),
		}),
	);
	server = createServer(getRequestListener(app.fetch)).listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as { port: number };
	return { machine, ended, port, address: `http://127.0.0.1:${port}/` };
}

function tell(activity: ActivityStream, text: string): void {
	activity.add(NOON, state, { type: "sent", to: "+1", text, outcome: "sent" });
}

test("a reader who does not read is dropped, another one reads on", async () => {
	const activity = new ActivityStream();
	const { port, ended, address } = await serving(activity);
	const lazy = connect(port, "127.0.0.1");
	lazy.on("error", () => {});
	lazy.pause();
	lazy.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
	const answer = await fetch(address);
	const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
	// More than sockets hold, and more than may wait.
	const text = "x".repeat(39_000);
	let read = "";
	for (let round = 1; ended.count === 0 && round < 200; round += 1) {
		for (let each = 0; each < 50; each += 1) tell(activity, text);
		const last = `id: ${activity.next - 1}\n`;
		read = "";
		while (!read.includes(last))
			read = read.slice(-100) + ((await reader?.read())?.value ?? "");
	}
	expect(ended.count).toBe(1);
	tell(activity, "after all");
	while (!read.includes("after all")) read += (await reader?.read())?.value;
	await reader?.cancel();
	lazy.destroy();
});

test("what is kept no more is a gap, and a stream without news says that it is there", async () => {
	const activity = new ActivityStream();
	for (let each = 0; each < 1500; each += 1) tell(activity, "x");
	const { machine, address } = await serving(activity);
	const answer = await fetch(address, { headers: { "Last-Event-ID": "499" } });
	const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
	let read = "";
	while (!read.includes("id: 501\n")) read += (await reader?.read())?.value;
	expect(read.slice(0, read.indexOf("event: sent"))).toBe(
		'retry: 1000\n\nevent: gap\ndata: {"from":500,"to":500}\nid: 500\n\n',
	);
	while (!read.includes("id: 1500\n")) read += (await reader?.read())?.value;
	await new Promise((resolve) => setImmediate(resolve));
	await machine.pass(15_000);
	expect((await reader?.read())?.value).toBe(":\n\n");
	await reader?.cancel();
});
