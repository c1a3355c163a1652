import { expect, test } from "vitest";
import { networkScene } from "../support/network-scene.ts";

test("a message goes from line to line with the centre's time, and both are counted", async () => {
	const scene = networkScene({ airTime: 1500 });
	const one = scene.phone("+15550101");
	const two = scene.phone("+15550102");
	expect(one.text("+15550102", "hello")).toEqual({ accepted: true });
	await scene.advance(1499);
	expect(two.inbox).toEqual([]);
	await scene.advance(1);
	expect(two.inbox).toEqual(["00:00:01.500 +15550101 (00:00:00): hello"]);
	expect(scene.counts()).toEqual({ accepted: 1, delivered: 1 });
});

test("numbers may be dialled as people and programs dial them", async () => {
	const scene = networkScene({ callingCode: "32" });
	const one = scene.phone("+32478000001");
	const two = scene.phone("+32478000000");
	const short = scene.phone("1234");
	for (const number of [
		"+32478000000",
		"0032478000000",
		"32478000000",
		"0478000000",
		"1234",
		"478000000",
	])
		one.text(number, number);
	await scene.advance(0);
	expect(two.inbox.map((line) => line.split(": ")[1])).toEqual([
		"+32478000000",
		"0032478000000",
		"32478000000",
		"0478000000",
	]);
	expect(short.inbox.map((line) => line.split(": ")[1])).toEqual(["1234"]);
	expect(scene.counts()).toEqual({ accepted: 6, delivered: 5, unassigned: 1 });
});

test("what is sent is delivered in the order of sending, also at one instant and to itself", async () => {
	const scene = networkScene();
	const one = scene.phone("+15550101");
	const texts = Array.from({ length: 20 }, (_, index) => String(index));
	for (const text of texts) one.text("+15550101", text);
	await scene.advance(0);
	expect(one.inbox.map((line) => line.split(": ")[1])).toEqual(texts);
});

test("a line without a phone keeps its messages until there is one", async () => {
	const scene = networkScene();
	const one = scene.phone("+15550101");
	scene.network.line("+15550102");
	one.text("+15550102", "patience", { statusReport: true });
	await scene.advance(3_600_000);
	expect(scene.network.waiting).toBe(1);
	const two = scene.phone("+15550102");
	await scene.advance(0);
	expect(two.inbox).toEqual(["01:00:00.000 +15550101 (00:00:00): patience"]);
	expect(one.inbox).toEqual([
		"01:00:00.000 report 7 to +15550102: 0 (00:00:00 to 01:00:00)",
	]);
	expect(scene.counts()).toEqual({ accepted: 1, delivered: 1, reports: 1 });
});

test("a phone that is full or away is tried again after a minute, and at once when it is ready", async () => {
	const scene = networkScene();
	const one = scene.phone("+15550101");
	const two = scene.phone("+15550102");
	two.verdict = "memory-full";
	one.text("+15550102", "a");
	one.text("+15550102", "b");
	await scene.advance(59_999);
	expect(two.tries).toBe(1);
	await scene.advance(1);
	expect(two.tries).toBe(2);
	two.verdict = "taken";
	two.line.ready();
	await scene.advance(0);
	expect(two.inbox).toEqual([
		"00:01:00.000 +15550101 (00:00:00): a",
		"00:01:00.000 +15550101 (00:00:00): b",
	]);
});

test("the next message waits until this one is answered, and an answer counts once", async () => {
	const scene = networkScene();
	const one = scene.phone("+15550101");
	const two = scene.phone("+15550102");
	two.verdict = null;
	one.text("+15550102", "a");
	one.text("+15550102", "b");
	await scene.advance(600_000);
	expect(two.tries).toBe(1);
	two.verdict = "taken";
	const [answer] = two.unanswered;
	answer?.("taken");
	answer?.("memory-full");
	await scene.advance(0);
	expect(two.inbox).toEqual(["00:10:00.000 +15550101 (00:00:00): b"]);
	expect(scene.counts()).toEqual({ accepted: 2, delivered: 2 });
});

test("a message is given up when its validity is over, and the report says so", async () => {
	const scene = networkScene();
	const one = scene.phone("+15550101");
	scene.network.line("+15550102");
	one.text("+15550102", "five minutes", {
		statusReport: true,
		validityPeriod: { format: "relative", minutes: 5 },
	});
	one.text("+15550102", "two days");
	await scene.advance(299_999);
	expect(scene.network.waiting).toBe(2);
	await scene.advance(1);
	expect(scene.network.waiting).toBe(1);
	expect(one.inbox).toEqual([
		"00:05:00.000 report 7 to +15550102: 70 (00:00:00 to 00:05:00)",
	]);
	await scene.advance(2 * 86_400_000);
	expect(scene.network.waiting).toBe(0);
	expect(scene.counts()).toEqual({ accepted: 2, expired: 2, reports: 1 });
});

test("an absolute validity ends at its time", async () => {
	const scene = networkScene();
	const one = scene.phone("+15550101");
	scene.network.line("+15550102");
	one.text("+15550102", "until", {
		validityPeriod: {
			format: "absolute",
			until: {
				valid: true,
				year: 2026,
				month: 1,
				day: 1,
				hour: 2,
				minute: 0,
				second: 0,
				zone: 4,
			},
		},
	});
	await scene.advance(3_599_999);
	expect(scene.network.waiting).toBe(1);
	await scene.advance(1);
	expect(scene.network.waiting).toBe(0);
});

test("a number that nobody has is accepted, and reported as not obtainable", async () => {
	const scene = networkScene();
	const one = scene.phone("+15550101");
	expect(one.text("+15559999", "anybody?", { statusReport: true })).toEqual({
		accepted: true,
	});
	await scene.advance(0);
	expect(one.inbox).toEqual([
		"00:00:00.000 report 7 to +15559999: 67 (00:00:00 to 00:00:00)",
	]);
});

test("two phones that answer each other for ever stop nobody", async () => {
	const scene = networkScene({ airTime: 1000 });
	const one = scene.phone("+15550101");
	const two = scene.phone("+15550102");
	one.onText = () => one.text("+15550102", "and you?");
	two.onText = () => two.text("+15550101", "and you?");
	one.text("+15550102", "how are you?");
	await scene.advance(10_000);
	expect([one.inbox.length, two.inbox.length]).toEqual([5, 5]);
});

test("a number that no PDU can carry is no line's number", () => {
	const { network } = networkScene();
	expect(() => network.line("+1555010112345678901234")).toThrow(
		'"+1555010112345678901234" cannot be the number of a phone line',
	);
	expect(() => network.line("")).toThrow();
	expect(network.line("Telfort").number).toBe("Telfort");
});
