import { expect, test } from "vitest";
import { describeAtError } from "../../../src/modem/at/at-error.ts";
import type { AtAnswer } from "../../../src/modem/at/at-exchange.ts";
import { AtSession, usualTimeouts } from "../../../src/modem/at/at-session.ts";
import type { Indication } from "../../../src/modem/at/unsolicited.ts";
import { virtualClock } from "../../../src/time/virtual-clock.ts";
import {
	pass,
	type Script,
	scriptedLine,
	settle,
} from "../../support/scripted-line.ts";

test("a command gets the lines before its result", async () => {
	const { session } = talkTo({
		answers: { "AT+CSQ": ["+CSQ: 17,0", "OK"] },
	});
	expect(await session.command("AT+CSQ")).toEqual({
		ok: true,
		lines: ["+CSQ: 17,0"],
	});
});

test("echo is not taken for an answer", async () => {
	const { session } = talkTo({
		echo: true,
		answers: {
			"AT+CGMI": ["Huawei", "OK"],
			"AT+CMGS=3": ["> "],
			"000102\x1a": ["+CMGS: 7", "OK"],
		},
	});
	expect(await session.command("AT+CGMI")).toEqual({
		ok: true,
		lines: ["Huawei"],
	});
	expect(await session.send("AT+CMGS=3", "000102")).toEqual({
		ok: true,
		lines: ["+CMGS: 7"],
	});
});

test("commands asked at once are run one behind the other", async () => {
	const { session, line } = talkTo({
		answers: { "AT+A": ["a", "OK"], "AT+B": ["b", "OK"], "AT+C": ["OK"] },
	});
	const answers = await Promise.all(
		["AT+A", "AT+B", "AT+C"].map((command) => session.command(command)),
	);
	expect(answers.map(({ lines }) => lines)).toEqual([["a"], ["b"], []]);
	expect(line.written).toEqual(["AT+A", "AT+B", "AT+C"]);
});

test("what comes unasked inside an answer is taken out of it", async () => {
	const { session, heard } = talkTo({
		answers: {
			"AT+CPMS?": [
				"^RSSI:17",
				'+CMTI: "SM",3',
				'+CPMS: "SM",1,20',
				"+CMT: ,5\n0001020304",
				"OK",
			],
		},
	});
	expect(await session.command("AT+CPMS?")).toEqual({
		ok: true,
		lines: ['+CPMS: "SM",1,20'],
	});
	expect(heard).toEqual([
		{ type: "other", line: "^RSSI:17" },
		{ type: "message-stored", storage: "SM", index: 3 },
		{ type: "message", head: ",5", body: "0001020304" },
	]);
});

test("a message that reads like a result ends no answer", async () => {
	const { session, heard } = talkTo({
		answers: {
			"AT+CMGR=1": ['+CMGR: "REC UNREAD","+316",,""\nOK', "OK"],
			"AT+CMGR=2": ['+CMGR: "REC UNREAD","+316",,""\n+CMTI: "SM",9', "OK"],
			"AT+CMGR=3": ['+CMGR: "REC UNREAD","+316",,""\n> no', "OK"],
		},
	});
	const lines = async (command: string) =>
		(await session.command(command)).lines.slice(1);
	expect(await lines("AT+CMGR=1")).toEqual(["OK"]);
	expect(await lines("AT+CMGR=2")).toEqual(['+CMTI: "SM",9']);
	expect(await lines("AT+CMGR=3")).toEqual(["> no"]);
	expect(heard).toEqual([]);
});

test("a message without text does not swallow the result", async () => {
	const { session } = talkTo({
		answers: { "AT+CMGR=1": ['+CMGR: "REC READ","+316",,""\n', "OK"] },
	});
	expect(await session.command("AT+CMGR=1")).toEqual({
		ok: true,
		lines: ['+CMGR: "REC READ","+316",,""'],
	});
});

test("a USSD text with line ends in it is one indication", async () => {
	const { line, heard } = talkTo({ answers: {} });
	line.say('+CUSD: 0,"Balance: 5\nThank you",15');
	await settle();
	expect(heard).toEqual([
		{ type: "ussd", status: 0, text: "Balance: 5\nThank you", dcs: 15 },
	]);
});

test("a header whose PDU got lost does not eat the line behind it", async () => {
	const { line, heard, stray } = talkTo({ answers: {} });
	line.say("+CMT: ,24", '+CMTI: "SM",1');
	await settle();
	expect(heard).toEqual([{ type: "message-stored", storage: "SM", index: 1 }]);
	expect(stray).toEqual(["+CMT: ,24"]);
});

test("a silent line fails after 2 s at first, then after 10 s, a send after 180 s", async () => {
	const { session, clock } = talkTo({
		answers: { "AT+CMGS=3": ["> "] },
		otherwise: [],
	});
	expect(await timed(clock, session.greet())).toEqual([
		2000,
		"AT: no answer within 2 s",
	]);
	const quiet = talkTo({ answers: {}, otherwise: [] });
	expect(await timed(quiet.clock, quiet.session.command("AT+CSQ"))).toEqual([
		10_000,
		"AT+CSQ: no answer within 10 s",
	]);
	const stuck = talkTo({ answers: { "AT+CMGS=3": ["> "] }, otherwise: [] });
	expect(
		await timed(stuck.clock, stuck.session.send("AT+CMGS=3", "000102")),
	).toEqual([180_000, "AT+CMGS=3: no answer within 180 s"]);
	const unprompted = talkTo({ answers: {}, otherwise: [] });
	expect(
		await timed(unprompted.clock, unprompted.session.send("AT+CMGS=3", "00")),
	).toEqual([10_000, "AT+CMGS=3: no prompt within 10 s"]);
});

test("a send is unseen once its text was handed over, and not before", async () => {
	const unseen = async (script: Script) => {
		const { session, clock } = talkTo(script);
		const answer = session.send("AT+CMGS=3", "000102");
		await pass(clock, 180_000, 1000);
		const result = await answer;
		return !result.ok && result.error.type !== "refused"
			? [result.error.type, result.error.unseen]
			: result;
	};
	const prompt = { answers: { "AT+CMGS=3": ["> "] }, otherwise: [] };
	expect(await unseen(prompt)).toEqual(["timeout", true]);
	expect(await unseen({ ...prompt, closeOn: "000102\x1a" })).toEqual([
		"line",
		true,
	]);
	expect(await unseen({ ...prompt, breakOn: "000102" })).toEqual([
		"line",
		true,
	]);
	expect(await unseen({ ...prompt, closeOn: "AT+CMGS=3" })).toEqual([
		"line",
		false,
	]);
	expect(await unseen({ answers: {}, otherwise: [] })).toEqual([
		"timeout",
		false,
	]);
});

test("an answer that comes too late is not the next command's", async () => {
	const { session, clock, line } = talkTo({
		answers: {
			"AT+COPS=?": [],
			"AT+CMEE?": ["+CMEE: 1", "OK"],
			"AT+CSQ": ["+CSQ: 9,0", "OK"],
		},
	});
	const late = session.command("AT+COPS=?");
	await pass(clock, 10_000, 1000);
	expect((await late).ok).toBe(false);
	line.say('+COPS: (2,"Lonestar")', "OK");
	const answer = session.command("AT+CSQ");
	await pass(clock, 1000);
	expect(await answer).toEqual({ ok: true, lines: ["+CSQ: 9,0"] });
	expect(line.written).toEqual(["AT+COPS=?", "AT+CMEE?", "AT+CSQ", "AT+CSQ"]);
});

test("what a program before has left is not taken for an answer, however late it comes", async () => {
	const { session, clock, line } = talkTo({
		delay: 700,
		answers: {
			"AT+CMEE?": ["+CMEE: 1", "OK"],
			"AT+CSQ": ["+CSQ: 9,0", "OK"],
			"AT+CPIN?": ["+CPIN: READY", "OK"],
		},
	});
	// The answers to its last commands, one of them to our own first question.
	line.say("OK", "+CMGS: 5", "OK", "+CMEE: 2", "OK");
	const greeting = session.greet();
	const answer = session.command("AT+CPIN?");
	await pass(clock, 10_000, 100);
	expect(await greeting).toEqual({ ok: true, lines: [] });
	expect(await answer).toEqual({ ok: true, lines: ["+CPIN: READY"] });
	expect(line.written).toEqual(["AT+CMEE?", "AT+CSQ", "AT+CPIN?"]);
});

test("an OK before the prompt sends nothing, and the prompt is left before the next command", async () => {
	const { session, clock, line } = talkTo({
		answers: {
			"AT+CMGS=3": ["OK", "> "],
			"AT+CMEE?": ["+CMEE: 1", "OK"],
			"AT+CSQ": ["+CSQ: 9,0", "OK"],
		},
	});
	expect(await session.send("AT+CMGS=3", "000102")).toEqual({
		ok: false,
		error: { type: "unconfirmed", command: "AT+CMGS=3", unseen: false },
		lines: [],
	});
	await settle();
	const answer = session.command("AT+CSQ");
	await pass(clock, 1000);
	expect(await answer).toEqual({ ok: true, lines: ["+CSQ: 9,0"] });
	expect(line.trace.filter((unit) => unit.startsWith(">"))).toEqual([
		"> AT+CMGS=3\r",
		"> \u001b\r",
		"> AT+CMEE?\r",
		"> AT+CSQ\r",
		"> AT+CSQ\r",
	]);
});

test("a session that is closed while a prompt is waited for leaves it", async () => {
	const { session, line } = talkTo({ answers: {}, otherwise: [] });
	void session.send("AT+CMGS=3", "000102");
	await settle();
	await session.close();
	expect(line.trace).toEqual(["> AT+CMGS=3\r", "> \u001b"]);
});

test("an answer without its OK is over after a second, where it may come so", async () => {
	const { session, clock } = talkTo({
		answers: {
			"AT+CPIN?": ["+CPIN: READY"],
			"AT+CMEE?": ["+CMEE: 1", "OK"],
			"AT+CSQ": ["+CSQ: 9,0", "OK"],
		},
	});
	const answer = session.command("AT+CPIN?", { bare: "+CPIN" });
	await pass(clock, 1000);
	expect(await answer).toEqual({ ok: true, lines: ["+CPIN: READY"] });
});

test("an answer that does not end breaks the line", async () => {
	const { session, clock, line } = talkTo({ answers: {}, otherwise: [] });
	const answer = session.command("AT+CMGL=4", { list: true });
	for (let index = 0; index < 1000; index++) {
		line.say(`+CMGL: ${index},1,,159\n${"00".repeat(600)}`);
	}
	await pass(clock, 1000);
	expect(described(await answer)).toBe(
		"AT+CMGL=4: the answer to AT+CMGL=4 does not end",
	);
	expect(await session.ended).toBe("the answer to AT+CMGL=4 does not end");
});

test("a USSD text with a quotation mark in it ends with its line", async () => {
	const { line, heard } = talkTo({ answers: {} });
	line.say(
		'+CUSD: 0,"Screen 5" left: 3. Dial *111#",15',
		'+CMTI: "SM",3',
		'+CUSD: 0,"a text without its end',
		'+CMTI: "SM",4',
	);
	await settle();
	const text = 'Screen 5" left: 3. Dial *111#';
	expect(heard).toEqual([
		{ type: "ussd", status: 0, text, dcs: 15 },
		{ type: "message-stored", storage: "SM", index: 3 },
		{ type: "ussd", status: 0, text: "a text without its end", dcs: null },
		{ type: "message-stored", storage: "SM", index: 4 },
	]);
});

test("a long list may take longer than a command as long as it goes on", async () => {
	const { session, clock, line } = talkTo({ answers: {}, otherwise: [] });
	const answer = session.command("AT+CMGL=4", { list: true });
	for (let index = 1; index <= 3; index++) {
		await pass(clock, 9000, 1000);
		line.say(`+CMGL: ${index},1,,5\n0001020304`);
	}
	line.say("OK");
	await settle();
	expect((await answer).lines).toHaveLength(6);
});

test("a line that ends or breaks fails what is open and all that follows", async () => {
	const closing = talkTo({ answers: {}, closeOn: "AT+CSQ" });
	expect(described(await closing.session.command("AT+CSQ"))).toBe(
		"AT+CSQ: the line was closed by the other side",
	);
	expect(described(await closing.session.command("AT"))).toBe(
		"AT: the line was closed by the other side",
	);
	expect(await closing.session.ended).toBe(
		"the line was closed by the other side",
	);
	const breaking = talkTo({ answers: {}, breakOn: "AT+CSQ" });
	expect(described(await breaking.session.command("AT+CSQ"))).toBe(
		"AT+CSQ: the line broke: EIO: i/o error, write",
	);
});

test("a secret in a command is not in its error", async () => {
	const { session } = talkTo({
		answers: { 'AT+CPIN="4711"': ["+CME ERROR: 16"] },
	});
	const answer = await session.command('AT+CPIN="4711"', {
		shown: "AT+CPIN=…",
	});
	expect(described(answer)).toBe(
		"AT+CPIN=…: the modem answered +CME ERROR: 16 (incorrect password)",
	);
	expect(JSON.stringify(answer)).not.toContain("4711");
});

// Helpers

function talkTo(script: Script) {
	const clock = virtualClock(Date.UTC(2026, 10, 20));
	const line = scriptedLine({ ...script, clock });
	const heard: Indication[] = [];
	const stray: string[] = [];
	const session = new AtSession({
		transport: line,
		clock,
		timeouts: usualTimeouts,
		onIndication: (indication) => heard.push(indication),
		onStray: (text) => stray.push(text),
	});
	return { session, clock, line, heard, stray };
}

function described(answer: AtAnswer): string {
	return answer.ok ? "OK" : describeAtError(answer.error);
}

/** How long an answer takes, and its error. */
async function timed(
	clock: ReturnType<typeof virtualClock>,
	answer: Promise<AtAnswer>,
): Promise<[number, string]> {
	const start = clock.now();
	let took = -1;
	const done = answer.then((result) => {
		took = clock.now() - start;
		return described(result);
	});
	await pass(clock, 190_000, 500);
	return [took, await done];
}
