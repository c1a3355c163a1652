/** Rules for what the network does to messages, by chance. */
import fc from "fast-check";
import type { ChannelEffect, Rule } from "../../src/network/channel-rule.ts";
import { PANEL } from "./texting.ts";

const kinds = ["storage-full", "no-registration", "deaf", "port-gone"] as const;

const duration = fc.integer({ min: 1, max: 90_000 });

const effect: fc.Arbitrary<ChannelEffect> = fc.oneof(
	fc.constant({ kind: "loss" } as const),
	fc.constant({ kind: "alphabet" } as const),
	fc.record({
		kind: fc.constantFrom("delay", "reorder", "duplicate"),
		duration,
	}),
	fc.record({
		kind: fc.constant("trouble" as const),
		at: fc.constantFrom("sender", "recipient"),
		trouble: fc.record({ kind: fc.constantFrom(...kinds), duration }),
	}),
);

/** Network errors that pass (3GPP TS 24.011, E-2), of answers only: nothing here sends again for a phone. */
const refusal: fc.Arbitrary<Rule> = fc.record({
	effect: fc.record({
		kind: fc.constant("refusal" as const),
		cms: fc.constantFrom(38, 41, 42, 47),
	}),
	from: fc.constant(PANEL),
	probability: fc.double({ min: 0.05, max: 0.4, noNaN: true }),
});

/** A rule that strikes now and then. */
export const channelRule: fc.Arbitrary<Rule> = fc.oneof(
	{ weight: 1, arbitrary: refusal },
	{
		weight: 6,
		arbitrary: fc
			.record({
				effect,
				way: fc.constantFrom({ to: PANEL }, { from: PANEL }, {}),
				probability: fc.double({ min: 0.05, max: 0.4, noNaN: true }),
			})
			.map(({ effect, way, probability }) => ({ effect, ...way, probability })),
	},
);

/** Every fault now and then, each in both directions. */
export function everyChannelRule(
	probability: number,
	duration: number,
): Rule[] {
	const effects: ChannelEffect[] = [
		{ kind: "loss" },
		{ kind: "alphabet" },
		{ kind: "delay", duration },
		{ kind: "reorder", duration },
		{ kind: "duplicate", duration },
		...kinds.flatMap((kind): ChannelEffect[] => [
			{ kind: "trouble", at: "sender", trouble: { kind, duration } },
			{ kind: "trouble", at: "recipient", trouble: { kind, duration } },
		]),
	];
	return [
		...effects.map((effect) => ({ effect, probability })),
		{ effect: { kind: "refusal", cms: 38 }, from: PANEL, probability },
	];
}
