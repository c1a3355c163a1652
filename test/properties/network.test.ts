import fc from "fast-check";
import { expect, test } from "vitest";
import { channel } from "../../src/network/channel.ts";
import type { ChannelEffect, Rule } from "../../src/network/channel-rule.ts";
import { networkScene } from "../support/network-scene.ts";

const duration = fc.integer({ min: 0, max: 20_000 });
const orderly = fc.oneof<fc.Arbitrary<ChannelEffect>[]>(
	fc.constant({ kind: "loss" }),
	fc.record({ kind: fc.constant("delay" as const), duration }),
	fc.constant({ kind: "alphabet" }),
	fc.constant({ kind: "refusal", cms: 38 }),
);
const any = fc.oneof<fc.Arbitrary<ChannelEffect>[]>(
	orderly,
	fc.record({ kind: fc.constant("reorder" as const), duration }),
	fc.record({ kind: fc.constant("duplicate" as const), duration }),
);
const rules = (effect: fc.Arbitrary<ChannelEffect>) =>
	fc.array(
		fc.record({
			effect,
			probability: fc.double({ min: 0, max: 1, noNaN: true }),
		}),
		{ maxLength: 5 },
	);
const sends = fc.array(
	fc.record({
		from: fc.constantFrom("+15550101", "+15550102"),
		to: fc.constantFrom("+15550100", "+15550101"),
		pause: fc.constantFrom(0, 0, 10, 3000),
	}),
	{ maxLength: 30 },
);

/** Sends numbered texts, waits for all to settle. */
async function play(
	how: readonly Rule[],
	seed: number,
	what: readonly { from: string; to: string; pause: number }[],
) {
	const scene = networkScene({ channel: channel(how, seed) });
	const phones = new Map(
		["+15550100", "+15550101", "+15550102"].map((number) => [
			number,
			scene.phone(number),
		]),
	);
	for (const [index, { from, to, pause }] of what.entries()) {
		phones.get(from)?.text(to, String(index));
		await scene.advance(pause);
	}
	await scene.advance(3_600_000);
	const inboxes = [...phones.values()].map(({ inbox }) => inbox);
	return {
		traffic: scene.network.traffic,
		waiting: scene.network.waiting,
		inboxes,
	};
}

test("no message vanishes but by the channel's doing, which is counted", async () => {
	await fc.assert(
		fc.asyncProperty(
			rules(any),
			fc.integer(),
			sends,
			async (how, seed, what) => {
				const { traffic, waiting, inboxes } = await play(how, seed, what);
				const { accepted, refused, delivered, lost, doubled } = traffic;
				expect(waiting).toBe(0);
				expect(accepted + refused).toBe(what.length);
				expect(delivered).toBe(accepted - lost + doubled);
				expect(inboxes.flat().length).toBe(delivered);
			},
		),
		{ numRuns: 100 },
	);
});

test("of one sender the order is kept, unless the channel reorders or doubles", async () => {
	await fc.assert(
		fc.asyncProperty(
			rules(orderly),
			fc.integer(),
			sends,
			async (how, seed, what) => {
				const { inboxes } = await play(how, seed, what);
				for (const inbox of inboxes)
					for (const sender of ["+15550101", "+15550102"]) {
						const numbers = inbox
							.filter((line) => line.includes(` ${sender} `))
							.map((line) => Number(line.split(": ")[1]));
						expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
					}
			},
		),
		{ numRuns: 100 },
	);
});

test("a seed gives the same conversation again", async () => {
	await fc.assert(
		fc.asyncProperty(
			rules(any),
			fc.integer(),
			sends,
			async (how, seed, what) => {
				expect(await play(how, seed, what)).toEqual(
					await play(how, seed, what),
				);
			},
		),
		{ numRuns: 30 },
	);
});
