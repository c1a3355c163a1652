import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { onAir, SET_PIN, withPeople } from "../support/mail-room-on-air.ts";
import { ANNA, panelWithPeople } from "../support/panel-with-people.ts";
import { fresh, NOON, PANEL, PHONE } from "../support/texting.ts";

test("a text is forgotten when it is durable, and its answer goes out", async () => {
	const { box, saved, close } = await onAir();
	await box.bring(SET_PIN);
	await close();
	expect(box.happened).toEqual([`sent ${PHONE} USRS:OK`, `forgot ${SET_PIN}`]);
	expect(
		saved.map(({ users, runtime }) => [users[0]?.pin, runtime.outgoing]),
	).toEqual([
		["4321", [{ id: 1, to: PHONE, text: "USRS:OK" }]],
		["4321", []],
	]);
});

test("a text that the network repeats is executed once and answered once", async () => {
	const { box, close, state } = await onAir();
	await box.bring("PROG 7982 ECHO:");
	await box.bring("PROG 7982 ECHO:");
	await box.bring("PROG 7982 ECHO:", { reference: 7 });
	await box.bring("PROG 7982 ECHO:", { sentAt: NOON + 1000 });
	await close();
	expect(box.happened.filter((line) => line.startsWith("sent"))).toEqual(
		Array(3).fill(`sent ${PHONE} ECHO:OK`),
	);
	expect(state().runtime.log).toHaveLength(3);
});

test("a text without a service-centre time cannot be told from its repetition", async () => {
	const { box, close, state } = await onAir();
	await box.bring("PROG 7982 ECHO:", { sentAt: null });
	await box.bring("PROG 7982 ECHO:", { sentAt: null });
	await close();
	expect(state().runtime.log).toHaveLength(2);
});

test("a sender is heard so often an hour; others still are, and an hour later he is again", async () => {
	const { box, clock, close, state } = await onAir({ hourly: 2 });
	const echo = (from: string, sentAt: number) =>
		box.bring("PROG 7982 ECHO:", { from, sentAt });
	for (const sentAt of [1, 2, 3]) await echo(PHONE, sentAt);
	await echo("+15550177", 4);
	await clock.advanceTo(NOON + 3_600_000);
	await echo(PHONE, 5);
	await close();
	expect(state().runtime.log.map(({ by }) => by)).toEqual([
		`sms ${PHONE}`,
		`sms ${PHONE}`,
		"sms +15550177",
		`sms ${PHONE}`,
	]);
});

test("two panels that know each other's credentials do not talk for ever", async () => {
	const { box, close } = await onAir();
	await box.bring("USRS:OK");
	await box.bring("USRS:ERROR", { sentAt: NOON + 1 });
	await box.bring("PROG 7982 ECHO:", { from: PANEL });
	await close();
	expect(box.happened.filter((line) => line.startsWith("sent"))).toEqual([]);
});

test("a name is heard and not answered, and nobody is", async () => {
	const { box, close, state } = await onAir();
	await box.bring(SET_PIN, { from: "+15550100", named: true });
	await box.bring(SET_PIN, { from: "", sentAt: NOON + 1 });
	await close();
	expect(box.happened).toEqual([`forgot ${SET_PIN}`, `forgot ${SET_PIN}`]);
	expect(state().runtime.outgoing).toEqual([]);
});

test("who asks for the credit gets what the network says, in a text of its own", async () => {
	const remote = { ...panelWithPeople.remote, creditCode: "*100#" };
	const { box, close, state } = await onAir({
		state: { ...panelWithPeople, remote },
	});
	box.answers.set("*100#", "You have 5.20 EUR");
	await box.bring("CREDIT", { from: ANNA });
	await setImmediate();
	box.answers.clear();
	await box.bring("CREDIT", { from: ANNA, sentAt: NOON + 1 });
	await setImmediate();
	await close();
	expect(box.happened.filter((line) => line.startsWith("sent"))).toEqual([
		`sent ${ANNA} The network is being asked; its answer follows.`,
		`sent ${ANNA} Credit: You have 5.20 EUR`,
		`sent ${ANNA} The network is being asked; its answer follows.`,
		`sent ${ANNA} Credit: the network did not answer.`,
	]);
	expect(state().runtime.creditFor).toEqual([]);
});

test("what waited in the outbox goes out at the next start", async () => {
	const state = fresh(vst2752);
	const outgoing = [{ id: 3, to: PHONE, text: "USRS:OK" }];
	const waiting = { ...state, runtime: { ...state.runtime, outgoing } };
	const { box, close, state: present } = await onAir({ state: waiting });
	await close();
	expect(box.happened).toEqual([`sent ${PHONE} USRS:OK`]);
	expect(present().runtime.outgoing).toEqual([]);
});

test("a text that could not go out is tried again; one that never can is given up", async () => {
	const { box, clock, close, state } = await onAir();
	box.outcomes.push(
		{ sent: false, reason: "no network", retry: true },
		{ sent: false, reason: "no such number", retry: false },
	);
	await box.bring("PROG 7982 ECHO:");
	await setImmediate();
	await clock.advanceTo(NOON + 60_000);
	await setImmediate();
	await close();
	expect(box.happened).toEqual([
		`could not send ${PHONE} ECHO:OK`,
		"forgot PROG 7982 ECHO:",
		`could not send ${PHONE} ECHO:OK`,
	]);
	expect(state().runtime.outgoing).toEqual([]);
	expect(state().runtime.log.at(-1)).toMatchObject({
		event: "not-sent",
		about: PHONE,
	});
});

test("a text whose result the modem never tells goes eleven times in a day, alone after the first time, and holds up none to its number", async () => {
	const { box, clock, close, state } = await onAir();
	const tries: [minute: number, once: boolean | undefined][] = [];
	const { send } = box;
	let again = () => {};
	const triedAgain = new Promise<void>((resolve) => {
		again = resolve;
	});
	box.send = (to, text, options) => {
		if (text !== "ECHO:OK") return send.call(box, to, text);
		tries.push([(clock.now() - NOON) / 60_000, options?.once]);
		if (tries.length === 12) again();
		const unseen = { reason: "no answer", retry: true, unseen: true };
		return Promise.resolve({ sent: false, ...unseen });
	};
	await box.bring("PROG 7982 ECHO:");
	await setImmediate();
	for (let minute = 1; minute <= 24 * 60; minute++) {
		await clock.advanceTo(NOON + minute * 60_000);
		await setImmediate();
	}
	expect(tries).toEqual([
		[0, false],
		...[1, 3, 7, 15, 31, 63, 127, 255, 511, 1023].map((at) => [at, true]),
	]);
	await box.bring(SET_PIN, { sentAt: NOON + 1 });
	await triedAgain;
	await close();
	expect(box.happened).toEqual([
		"forgot PROG 7982 ECHO:",
		`sent ${PHONE} USRS:OK`,
		`forgot ${SET_PIN}`,
	]);
	// The modem told of another: what is in doubt was tried at once.
	expect(tries.slice(11)).toEqual([[24 * 60, true]]);
	expect(state().runtime.outgoing).toMatchObject([
		{ text: "ECHO:OK", doubt: { tries: 12 } },
	]);
	expect(state().runtime.log.map(({ event }) => event)).toEqual([
		"test",
		"maybe-sent",
		"programmed",
	]);
});

test("a trouble is reported to each destination of its group until one has it", async () => {
	const destinations = [
		{ id: 1, url: "ip://1234@192.0.2.1:2280/CID" },
		{ id: 2, url: "gsm://1234@+15550188" },
		{ id: 3, url: "sms://+15550199" },
	].map((each) => ({ ...each, group: 1, level: "all" as const, carrier: "" }));
	const state = {
		...fresh(vst2752),
		reporting: { ...fresh(vst2752).reporting, destinations },
	};
	const { box, close, state: present, happens } = await onAir({ state });
	box.outcomes.push({ sent: false, reason: "no network", retry: true });
	await happens("sim missing");
	await close();
	expect(box.happened).toEqual([
		"could not send +15550188 1234 18 1300 00 000 6AAB",
		"sent +15550199 SIM missing",
	]);
	expect(present().runtime.outbox).toEqual([]);
});

test("people are told behind reports, in their order and their language", async () => {
	const { box, close, state, happens } = await onAir({ state: withPeople() });
	await happens("sim missing");
	await happens("sim present");
	await close();
	expect(box.happened).toEqual([
		"sent +33612345678 Trouble: SIM.",
		"sent +33687654321 Défaut: SIM.",
		"sent +33612345678 In order again: SIM.",
		"sent +33687654321 Rétabli: SIM.",
	]);
	expect(state().runtime.notices).toEqual([]);
});

test("a notice is tried again while nobody can be reached, and given up when none can ever go", async () => {
	const { box, clock, close, state, happens } = await onAir({
		state: withPeople(),
	});
	box.outcomes.push(
		{ sent: false, reason: "no network", retry: true },
		{ sent: false, reason: "no such number", retry: false },
	);
	await happens("sim missing");
	expect(state().runtime.notices).toMatchObject([{ person: 1 }]);
	await clock.advanceTo(NOON + 60_000);
	await setImmediate();
	await close();
	expect(box.happened).toEqual([
		"could not send +33612345678 Trouble: SIM.",
		"could not send +33687654321 Défaut: SIM.",
		"sent +33612345678 Trouble: SIM.",
	]);
	expect(state().runtime.notices).toEqual([]);
});

test("a number that cannot be reached holds up nobody else, and its own texts keep their order", async () => {
	const { box, clock, close } = await onAir();
	const echo = (from: string, sentAt: number) =>
		box.bring("PROG 7982 ECHO:", { from, sentAt });
	box.outcomes.push({ sent: false, reason: "no network", retry: true });
	await echo(PHONE, 1);
	await box.bring(SET_PIN, { sentAt: 2 });
	await echo("+15550177", 3);
	await setImmediate();
	expect(box.happened.filter((line) => !line.startsWith("forgot"))).toEqual([
		`could not send ${PHONE} ECHO:OK`,
		"sent +15550177 ECHO:OK",
	]);
	await clock.advanceTo(NOON + 60_000);
	await setImmediate();
	expect(box.happened.slice(-2)).toEqual([
		`sent ${PHONE} ECHO:OK`,
		`sent ${PHONE} USRS:OK`,
	]);
	await close();
});
