import { expect, test } from "vitest";
import {
	type ServerEvent,
	serverEvents,
} from "../../src/console/server-events.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { settle } from "../support/scripted-line.ts";

/** A stream in the hands of a test, and what is read of it. */
function stream() {
	const clock = virtualClock(0);
	let put: ReadableStreamDefaultController<Uint8Array> | undefined;
	let isCancelled = false;
	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			put = controller;
		},
		cancel() {
			isCancelled = true;
		},
	});
	const events: ServerEvent[] = [];
	let end: unknown = null;
	const reading = (async () => {
		for await (const event of serverEvents(body, clock)) events.push(event);
		return "ended";
	})().then(
		(how) => {
			end = how;
		},
		(error: Error) => {
			end = error.message;
		},
	);
	return {
		events,
		reading,
		get end() {
			return end;
		},
		get isCancelled() {
			return isCancelled;
		},
		async says(text: string) {
			put?.enqueue(new TextEncoder().encode(text));
			await settle();
		},
		async pass(seconds: number) {
			await clock.advanceTo(clock.now() + seconds * 1000);
			await settle();
		},
		close: () => put?.close(),
	};
}

test("events have their type, id and data, in whatever pieces they come", async () => {
	const at = stream();
	await at.says("retry: 1000\n\nid: 3\nevent: ga");
	await at.says('p\ndata: {"from":1}\n\ndata: a\r\ndata: b\r\n\r\n:\n\n');
	at.close();
	await at.reading;
	expect(at.events).toEqual([
		{ type: "gap", id: "3", data: '{"from":1}' },
		{ type: "message", id: "", data: "a\nb" },
	]);
	expect(at.end).toBe("ended");
});

test("a server that says that it is there is read for ever; one that says nothing for 40 s is gone", async () => {
	const at = stream();
	for (let times = 0; times < 300; times++) {
		await at.pass(15);
		await at.says(":\n\n");
	}
	await at.pass(39);
	expect([at.end, at.isCancelled]).toEqual([null, false]);
	await at.pass(1);
	expect(at.end).toBe("nothing comes from the server");
	expect(at.isCancelled).toBe(true);
});
