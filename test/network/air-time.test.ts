import { expect, test } from "vitest";
import { networkScene } from "../support/network-scene.ts";

/** The times of day at which a phone got something, and what it was. */
function times(inbox: readonly string[]): string[] {
	return inbox.map((line) => line.replace(/ \(.*?\)/, ""));
}

test("a line gets one message or report in an air time, and none before its own", async () => {
	const scene = networkScene({ airTime: 1000 });
	const one = scene.phone("+15550101");
	const two = scene.phone("+15550102");
	two.onText = (text) => void two.text("+15550101", `${text} too`);
	one.text("+15550102", "a", { statusReport: true });
	one.text("+15550102", "b");
	await scene.advance(10_000);
	expect(times(two.inbox)).toEqual([
		"00:00:01.000 +15550101: a",
		"00:00:02.000 +15550101: b",
	]);
	// The report and the answer leave in the same instant.
	expect(one.inbox.length).toBe(3);
	expect(one.inbox.map((line) => line.slice(0, 12)).sort()).toEqual([
		"00:00:02.000",
		"00:00:03.000",
		"00:00:04.000",
	]);
});

test("lines do not wait for each other", async () => {
	const scene = networkScene({ airTime: 1000 });
	const one = scene.phone("+15550101");
	const two = scene.phone("+15550102");
	const three = scene.phone("+15550103");
	one.text("+15550102", "a");
	one.text("+15550103", "b");
	await scene.advance(1000);
	expect([times(two.inbox), times(three.inbox)]).toEqual([
		["00:00:01.000 +15550101: a"],
		["00:00:01.000 +15550101: b"],
	]);
});

test("a phone that is ready again still gets one in an air time", async () => {
	const scene = networkScene({ airTime: 1000 });
	const one = scene.phone("+15550101");
	const two = scene.phone("+15550102");
	two.verdict = "memory-full";
	for (const text of ["a", "b"]) one.text("+15550102", text);
	await scene.advance(1500);
	two.verdict = "taken";
	two.line.ready();
	await scene.advance(5000);
	expect(times(two.inbox)).toEqual([
		"00:00:02.000 +15550101: a",
		"00:00:03.000 +15550101: b",
	]);
});

test("a sender that floods a line is refused, and the others take turns with it", async () => {
	const scene = networkScene({ airTime: 1000 });
	const flood = scene.phone("+15550101");
	const anna = scene.phone("+15550102");
	const panel = scene.phone("+15550100");
	const answers = Array.from({ length: 2000 }, (_, index) =>
		flood.text("+15550100", `flood ${index}`),
	);
	expect(answers.filter((answer) => answer?.accepted).length).toBe(100);
	expect(answers.at(-1)).toEqual({ accepted: false, cms: 42 });
	expect(anna.text("+15550100", "DISARM 4711")).toEqual({ accepted: true });
	await scene.advance(2000);
	expect(times(panel.inbox)).toEqual([
		"00:00:01.000 +15550101: flood 0",
		"00:00:02.000 +15550102: DISARM 4711",
	]);
	expect(scene.counts()).toEqual({
		accepted: 101,
		refused: 1900,
		delivered: 2,
	});
});

test("no more than 1,000 messages wait for a line, and reports are dropped then", async () => {
	const scene = networkScene();
	scene.network.line("+15550100");
	for (let sender = 0; sender < 20; sender++) {
		const phone = scene.phone(`+155501${20 + sender}`);
		for (let index = 0; index < 100; index++)
			phone.text("+15550100", `${index}`);
	}
	expect(scene.network.waiting).toBe(1000);
	expect(scene.counts()).toEqual({ accepted: 1000, refused: 1000 });
});

test("the same text sent twice in a second has two times of the service centre", async () => {
	const scene = networkScene();
	const one = scene.phone("+15550101");
	const two = scene.phone("+15550102");
	for (const text of ["STATUS", "STATUS", "HELP"]) one.text("+15550102", text);
	await scene.advance(0);
	expect(two.inbox).toEqual([
		"00:00:00.000 +15550101 (00:00:00): STATUS",
		"00:00:00.000 +15550101 (00:00:01): STATUS",
		"00:00:00.000 +15550101 (00:00:00): HELP",
	]);
});
