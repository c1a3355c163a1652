import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ApiAtHand, anApi } from "../support/api.ts";

const PHONE = "+15550123";
let api: ApiAtHand;
beforeEach(() => {
	api = anApi();
});
afterEach(() => api.close());

describe("a panel with an in-process line", () => {
	test("a modem texts it, AT bytes are read with their meaning, its answer comes back", async () => {
		const { at, body } = await made("/v1/panels", {
			lines: [{ number: PHONE, kind: "in-process" }],
		});
		expect(body.lines).toEqual([
			{ number: PHONE, kind: "in-process", url: null },
		]);
		await say(at, "ATE0\r");
		expect(said(await say(at, "AT+CMGF=1\r"))).toEqual([
			["out", "AT+CMGF=1\\r", "sets or uses PDU or text mode"],
			["in", "\\r\\nOK\\r\\n", "OK"],
		]);
		await say(at, "AT+CNMI=2,2\r");
		await say(at, 'AT+CMGS="+15550100"\r');
		const sent = said(await say(at, "PROG 7982 USRS:1,12\x1a"));
		// The panel's answer comes in the same instant of virtual time.
		expect(sent.map(([, text]) => text).join("\n")).toContain("USRS:ERROR");
		expect((await api.get(`${at}/activity`)).body.activities).toMatchObject([
			// Its modem has found the network.
			{ type: "event", event: { type: "trouble", present: false } },
			{ type: "text", from: PHONE, text: "PROG 7982 USRS:1,12" },
			{ type: "sent", to: PHONE, text: "USRS:ERROR" },
			{ type: "event" },
		]);
		const { entries } = (await api.get(`${at}/trace`)).body;
		const pdus = entries.filter(({ pdu }: { pdu: unknown }) => pdu !== null);
		expect(
			pdus.map(({ line, direction, meaning }: Record<string, string>) => [
				line,
				direction,
				meaning,
			]),
		).toEqual([
			["+15550100", "in", `SMS from ${PHONE}: PROG 7982 USRS:1,12`],
			["+15550100", "out", `SMS to ${PHONE}: USRS:ERROR`],
			["+15550100", "in", `delivery report for ${PHONE}`],
		]);
		expect(pdus[0].pdu[0]).toEqual({
			octets: "05",
			offset: 0,
			path: "smsc.length",
			value: "5",
			meaning: "octets of the service centre address that follow",
		});
	});

	test("time passes for modem and panel, and the session can be replayed", async () => {
		const { at } = await made("/v1/panels", {
			lines: [{ number: PHONE, kind: "in-process" }],
			channel: ["delay 20s from +15550111"],
		});
		expect(
			(
				await api.post(`${at}/phones/%2B15550111/messages`, {
					text: "PROG 7982 MODE:A",
				})
			).status,
		).toBe(200);
		expect((await api.get(`${at}/activity`)).body.activities).toMatchObject([
			{ type: "event" },
		]);
		expect(
			(
				await api.post(`${at}/wait`, {
					for: { state: { path: "runtime.mode", value: "away" } },
					within: "1m",
					since: 1,
				})
			).body,
		).toMatchObject({ held: true, now: "2026-01-01T00:00:50Z" });
		expect(
			(await api.get(`${at}/record?id=slow`)).body.transcript.split("\n"),
		).toEqual([
			"id slow",
			"model vst-2752",
			"@ 2026-01-01T00:00:00Z",
			"! gsm found",
			"@ +20s",
			">+15550111 PROG 7982 MODE:A",
			"< MODE:OK",
			"@ +30s",
			"",
		]);
		expect(
			(await api.put(`${at}/channel`, { rules: ["loss 100%"] })).body,
		).toMatchObject({ rules: ["loss 100%"], seed: 1 });
		expect(
			await api.put(`${at}/channel`, { rules: ["sunshine"] }),
		).toMatchObject({ status: 422, body: { code: "body/wrong" } });
		expect(await api.post(`${at}/clock`, { advance: "32d" })).toMatchObject({
			status: 422,
			body: { code: "time/impossible" },
		});
	});
});

test("a panel that was made without a channel gets one as it is, later", async () => {
	const { at } = await made("/v1/panels", {});
	await api.post(`${at}/texts`, { text: "PROG 7982 USRS:2,4711,BEN" });
	await api.post(`${at}/clock`, { advance: "1m" });
	const before = (await api.get(at)).body;
	expect(
		await api.put(`${at}/channel`, { rules: ["loss 100%"] }),
	).toMatchObject({ status: 200, body: { rules: ["loss 100%"], next: 1 } });
	expect((await api.get(at)).body).toEqual({
		...before,
		channel: ["loss 100%"],
		next: 1,
	});
	expect((await api.get(`${at}/snapshot`)).body.users).toHaveLength(2);
	expect(
		(await api.post(`${at}/texts`, { text: "PROG 7982 ECHO:" })).body,
	).toMatchObject({ replies: [] });
	await api.put(`${at}/channel`, { rules: [] });
	expect(
		(await api.post(`${at}/texts`, { text: "PROG 7982 MOD?:" })).body,
	).toMatchObject({
		replies: ["MODE?D"],
		sent: [{ to: "+15550101", text: "MODE?D" }],
	});
	const { sent } = (await api.post(`${at}/texts`, { text: "PROG 7982 ECHO:" }))
		.body;
	expect(sent).toEqual([{ to: "+15550101", text: "ECHO:OK" }]);
});

test("a panel without lines has no trace, one without a channel no rules", async () => {
	const { at } = await made("/v1/panels", {});
	expect(await api.get(`${at}/trace`)).toMatchObject({
		status: 409,
		body: { code: "line/none" },
	});
	expect(await api.get(`${at}/channel`)).toMatchObject({
		status: 409,
		body: { code: "channel/none" },
	});
	expect(
		(await api.post(`${at}/phones/%2B15550111/messages`, { text: "X" })).body,
	).toEqual({ next: 2 });
	expect(await api.put(`${at}/channel`, { rules: ["sunshine"] })).toMatchObject(
		{ status: 422, body: { code: "body/wrong" } },
	);
	expect((await api.get(`${at}/channel`)).status).toBe(409);
	const networked = await made("/v1/panels", { channel: [] });
	await api.put(`${networked.at}/channel`, { rules: ["loss 100%"] });
	expect(
		(await api.post(`${networked.at}/texts`, { text: "PROG 7982 ECHO:" })).body,
	).toMatchObject({ replies: [] });
	expect((await api.get(`${networked.at}/record`)).body.transcript).toContain(
		"channel loss 100%\n> PROG 7982 ECHO:\n<\n",
	);
});

test.each(["tcp", "pty"])("a %s line wants real time", async (kind) => {
	const lines = [{ number: PHONE, kind }];
	for (const time of ["virtual", 60])
		expect(await api.post("/v1/panels", { lines, time })).toMatchObject({
			status: 400,
			body: { code: "line/needs-real-time" },
		});
	const { body } = await made("/v1/networks", { lines, time: "real" });
	expect(body.lines[0].url).toMatch(
		kind === "tcp" ? /^tcp:\/\/127\.0\.0\.1:\d+$/ : /^pty:\/.*\.tty$/,
	);
	if (kind === "tcp") {
		const port = Number(/\d+$/.exec(body.lines[0].url)?.[0]);
		expect(await atTcp(port, "AT\r")).toBe("AT\r\r\nOK\r\n");
	}
});

describe("a network without a panel", () => {
	test("a modem and a plain phone text each other", async () => {
		const { at } = await made("/v1/networks", {
			lines: [{ number: PHONE, kind: "in-process" }],
		});
		await say(at, "AT+CMGF=1\r");
		await say(at, 'AT+CMGS="+15550177"\r');
		await api.get(`${at}/phones/%2B15550177/messages`);
		await say(at, "lost: nobody had this phone yet\x1b");
		await say(at, 'AT+CMGS="+15550177"\r');
		await say(at, "hello\x1a");
		await api.post(`${at}/phones/%2B15550177/messages`, {
			to: PHONE,
			text: "hello yourself",
		});
		expect((await api.get(`${at}/phones/%2B15550177/messages`)).body).toEqual({
			messages: [
				{ direction: "received", text: "hello", at: "2026-01-01T00:00:00Z" },
				{
					direction: "sent",
					text: "hello yourself",
					at: "2026-01-01T00:00:00Z",
				},
			],
		});
		const read = said(await say(at, "AT+CMGR=1\r"));
		expect(read.map(([, text]) => text).join("")).toContain("hello yourself");
	});

	test("SIM, storage, credit and channel are those that were wished for", async () => {
		const { at } = await made("/v1/networks", {
			lines: [
				{
					number: PHONE,
					kind: "in-process",
					pin: "4711",
					storage: 1,
					credit: "3.50",
				},
			],
			channel: ["cms 38 to +15550166"],
		});
		await say(at, "ATE0\r");
		expect(said(await say(at, "AT+CPIN?\r"))[1]?.[1]).toContain("SIM PIN");
		const right = await say(at, 'AT+CPIN="4711"\r');
		expect(said(right)[0]?.[1]).toBe("AT+CPIN=****\\r");
		expect(
			said(await say(at, 'AT+CUSD=1,"*100#"\r'))
				.map(([, text]) => text)
				.join(""),
		).toContain("3.50");
		await say(at, "AT+CMGF=1\r");
		await api.get(`${at}/phones/%2B15550166/messages`);
		await say(at, 'AT+CMGS="+15550166"\r');
		expect(said(await say(at, "x\x1a")).at(-1)).toEqual([
			"in",
			"\\r\\n+CMS ERROR: 38\\r\\n",
			expect.stringContaining("38"),
		]);
		for (const text of ["one", "two"])
			await api.post(`${at}/phones/%2B15550177/messages`, { to: PHONE, text });
		const list = said(await say(at, 'AT+CMGL="ALL"\r'));
		const texts = list.map(([, text]) => text).join("");
		expect([texts.includes("one"), texts.includes("two")]).toEqual([
			true,
			false,
		]);
		await say(at, "AT+CMGD=1\r");
		await api.post(`${at}/clock`, { advance: "1m" });
		expect(
			said(await say(at, 'AT+CMGL="ALL"\r'))
				.map(([, text]) => text)
				.join(""),
		).toContain("two");
		expect((await api.get(at)).body.now).toBe("2026-01-01T00:01:00Z");
		expect((await api.delete(at)).status).toBe(204);
		expect(await api.get(at)).toMatchObject({
			status: 404,
			body: { code: "network/unknown" },
		});
	});

	test("lines that cannot be are refused", async () => {
		const line = { number: PHONE, kind: "in-process" };
		expect(
			await api.post("/v1/networks", { lines: [line, line] }),
		).toMatchObject({ status: 422, body: { code: "body/wrong" } });
		expect(
			await api.post("/v1/panels", {
				lines: [{ ...line, number: "+15550100" }],
			}),
		).toMatchObject({ status: 422, body: { code: "body/wrong" } });
		const { at } = await made("/v1/networks", {});
		expect(
			await api.post(`${at}/lines/1/bytes`, { bytes: "AT" }),
		).toMatchObject({
			status: 404,
			body: { code: "line/none" },
		});
		expect(await api.post(`${at}/lines/1/bytes`, { bytes: "€" })).toMatchObject(
			{
				status: 422,
			},
		);
	});
});

// Helpers

async function made(path: string, wanted: object) {
	const { status, body } = await api.post(path, wanted);
	expect([status, body.code]).toEqual([201, undefined]);
	return { at: `${path}/${body.id}`, body };
}

async function say(at: string, bytes: string) {
	const path = `${at}/lines/${encodeURIComponent(PHONE)}/bytes`;
	return (await api.post(path, { bytes })).body;
}

interface Told {
	readonly entries: readonly {
		readonly direction: string;
		readonly text: string;
		readonly meaning: string | null;
	}[];
}

function said({ entries }: Told): readonly [string, string, string | null][] {
	return entries.map(({ direction, text, meaning }) => [
		direction,
		text,
		meaning,
	]);
}

/** What a modem at a port says to some bytes. */
function atTcp(port: number, bytes: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
		let text = "";
		socket.on("error", reject);
		socket.on("data", (chunk) => {
			text += chunk.toString("latin1");
			if (!text.endsWith("OK\r\n")) return;
			socket.destroy();
			resolve(text);
		});
	});
}
