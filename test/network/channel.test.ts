import { expect, test } from "vitest";
import { channel } from "../../src/network/channel.ts";
import type { ChannelEffect, Rule } from "../../src/network/channel-rule.ts";
import { magicRules } from "../../src/network/magic-numbers.ts";
import { networkScene } from "../support/network-scene.ts";

function sceneWith(...rules: readonly Rule[]) {
	const scene = networkScene({ channel: channel(rules, 42) });
	return {
		...scene,
		one: scene.phone("+15550101"),
		two: scene.phone("+15550102"),
	};
}

test("a loss is accepted and never comes", async () => {
	const { one, two, advance, counts } = sceneWith({
		effect: { kind: "loss" },
		times: 1,
	});
	one.text("+15550102", "lost");
	one.text("+15550102", "found");
	await advance(60_000);
	expect(two.inbox).toEqual(["00:00:00.000 +15550101 (00:00:00): found"]);
	expect(counts()).toEqual({ accepted: 2, delivered: 1, lost: 1 });
});

test("behind a delay the later ones of the same sender wait, those of others do not", async () => {
	const { one, two, advance, counts, phone } = sceneWith({
		effect: { kind: "delay", duration: 5000 },
		times: 1,
	});
	const three = phone("+15550103");
	one.text("+15550102", "first");
	one.text("+15550102", "second");
	three.text("+15550102", "other");
	await advance(60_000);
	expect(two.inbox).toEqual([
		"00:00:00.000 +15550103 (00:00:00): other",
		"00:00:05.000 +15550101 (00:00:00): first",
		"00:00:05.000 +15550101 (00:00:00): second",
	]);
	expect(counts()).toEqual({ accepted: 3, delivered: 3, delayed: 1 });
});

test("a reordered message is overtaken", async () => {
	const { one, two, advance, counts } = sceneWith({
		effect: { kind: "reorder", duration: 5000 },
		times: 1,
	});
	one.text("+15550102", "first");
	one.text("+15550102", "second");
	await advance(60_000);
	expect(two.inbox).toEqual([
		"00:00:00.000 +15550101 (00:00:00): second",
		"00:00:05.000 +15550101 (00:00:00): first",
	]);
	expect(counts()).toEqual({ accepted: 2, delivered: 2, reordered: 1 });
});

test("a duplicate comes twice with one time, and is reported once", async () => {
	const { one, two, advance, counts } = sceneWith({
		effect: { kind: "duplicate", duration: 3000 },
	});
	one.text("+15550102", "again", { statusReport: true });
	await advance(60_000);
	expect(two.inbox).toEqual([
		"00:00:00.000 +15550101 (00:00:00): again",
		"00:00:03.000 +15550101 (00:00:00): again",
	]);
	expect(one.inbox).toHaveLength(1);
	expect(counts()).toEqual({
		accepted: 1,
		delivered: 2,
		doubled: 1,
		reports: 1,
	});
});

test("another alphabet carries the same text: UCS-2, or Latin-1 where that is too long", async () => {
	const { one, two, advance, counts, network } = sceneWith({
		effect: { kind: "alphabet" },
	});
	const codings: number[] = [];
	const long = "x".repeat(100);
	const tooLong = "y".repeat(150);
	for (const text of ["short", long, tooLong, "Ж"]) one.text("+15550102", text);
	await advance(0);
	expect(two.inbox.map((line) => line.split(": ")[1])).toEqual([
		"short",
		long,
		tooLong,
		"Ж",
	]);
	network.line("+15550102").connect({
		deliver(tpdu, answer) {
			answer("taken");
			if (tpdu.type === "deliver") codings.push(tpdu.dcs);
		},
		startFault() {},
	});
	for (const text of ["short", long, tooLong, "Ж"]) one.text("+15550102", text);
	await advance(0);
	expect(codings).toEqual([8, 4, 0, 8]);
	expect(counts()).toEqual({ accepted: 8, delivered: 8, recoded: 4 });
});

test("a refusal is the sender's to know, and nothing else happens", async () => {
	const { one, two, advance, counts } = sceneWith({
		effect: { kind: "refusal", cms: 42 },
		to: "+15550102",
		times: 1,
	});
	expect(one.text("+15550102", "no")).toEqual({ accepted: false, cms: 42 });
	expect(one.text("+15550102", "yes")).toEqual({ accepted: true });
	await advance(0);
	expect(two.inbox).toEqual(["00:00:00.000 +15550101 (00:00:00): yes"]);
	expect(counts()).toEqual({ accepted: 1, refused: 1, delivered: 1 });
});

test("a trouble befalls the sender at once, the recipient just before it gets the message, once", async () => {
	const { one, two, advance, counts } = sceneWith(
		{
			effect: {
				kind: "trouble",
				at: "recipient",
				trouble: { kind: "storage-full", duration: 9 },
			},
			times: 1,
		},
		{
			effect: {
				kind: "trouble",
				at: "sender",
				trouble: { kind: "deaf", duration: 5 },
			},
			times: 1,
		},
	);
	two.verdict = "memory-full";
	one.text("+15550102", "hm");
	expect([one.troubles, two.troubles]).toEqual([["deaf 5"], []]);
	await advance(120_000);
	expect([two.tries, two.troubles]).toEqual([3, ["storage-full 9"]]);
	expect(counts()).toEqual({ accepted: 1, troubles: 2 });
});

test("effects of several rules add up", async () => {
	const { one, two, advance, counts } = sceneWith(
		{ effect: { kind: "delay", duration: 2000 } },
		{ effect: { kind: "delay", duration: 3000 } },
		{ effect: { kind: "duplicate", duration: 1000 } },
		{ effect: { kind: "duplicate", duration: 4000 } },
	);
	one.text("+15550102", "much");
	await advance(60_000);
	expect(two.inbox).toEqual([
		"00:00:05.000 +15550101 (00:00:00): much",
		"00:00:06.000 +15550101 (00:00:00): much",
		"00:00:09.000 +15550101 (00:00:00): much",
	]);
	expect(counts()).toEqual({
		accepted: 1,
		delivered: 3,
		delayed: 1,
		doubled: 2,
	});
});

test("the same seed gives the same fate, another one another", () => {
	const loss: ChannelEffect = { kind: "loss" };
	const fates = (seed: number) => {
		const quarter = channel([{ effect: loss, probability: 0.25 }], seed);
		return Array.from(
			{ length: 1000 },
			() => quarter.effectsOn({ from: "1", to: "2" }).length,
		);
	};
	const lost = (seed: number) =>
		fates(seed).filter((count) => count > 0).length;
	expect(fates(1)).toEqual(fates(1));
	expect(fates(1)).not.toEqual(fates(2));
	expect([lost(1), lost(2)].every((count) => count > 200 && count < 300)).toBe(
		true,
	);
});

test("each effect has a magic number that forces it", () => {
	const numbers = magicRules.map(({ from, to, effect }) => [
		from ?? to,
		effect.kind === "trouble" ? effect.trouble.kind : effect.kind,
	]);
	expect(numbers).toEqual([
		["+15550190", "loss"],
		["+15550191", "delay"],
		["+15550192", "duplicate"],
		["+15550193", "reorder"],
		["+15550194", "alphabet"],
		["+15550195", "storage-full"],
		["+15550196", "no-registration"],
		["+15550197", "refusal"],
		["+15550198", "deaf"],
		["+15550199", "port-gone"],
	]);
	const quiet = channel();
	expect(
		numbers.map(
			([number = ""]) =>
				[
					...quiet.effectsOn({ from: number, to: "+15550100" }),
					...quiet.effectsOn({ from: "+15550100", to: number }),
				].length,
		),
	).toEqual(numbers.map(() => 1));
	expect(quiet.effectsOn({ from: "+15550101", to: "+15550100" })).toEqual([]);
});
