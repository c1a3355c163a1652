/** What holds of acknowledgements where a network delivers texts twice. */
import fc from "fast-check";
import { expect } from "vitest";
import {
	allowances,
	forSimulator,
} from "../../src/plan/messages/plan-rules.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { isDone, type RunProgress } from "../../src/site/audit/run-progress.ts";
import { HOUR, MINUTE, SECOND } from "../../src/time/units.ts";
import { SENDER } from "./applied.ts";
import { factoryOf, plannedFrom, siteOfText } from "./planned.ts";
import {
	AppliedTwiceDelivered,
	type Delivery,
	TwiceDelivered,
} from "./twice-delivered.ts";

const rules = forSimulator(allowances);
const access = { keyword: "PROG", code: "7982" };
const pins = ["4711", "4712", "4713", "4714", "4715"];

/** Five users, a delay and a code: several messages with one word. */
const plan: Plan = plannedFrom(
	siteOfText(
		`users:
${pins.map((pin, at) => `  ${at + 1}: { name: U${at + 1}, pin: "${pin}" }`).join("\n")}
timers: { exitAway: 45 }
credentials: { installerCode: "2468" }
`,
		{},
	),
	rules,
);

/** Within the validity. */
const aDelay = fc.constantFrom(
	...[SECOND, 4 * SECOND, 20 * SECOND, 2 * MINUTE, 14 * MINUTE],
);

function aDelivery(fewest: number): fc.Arbitrary<Delivery> {
	return fc.record({
		copies: fc.array(aDelay, { minLength: fewest, maxLength: 2 }),
		// An answer has a validity of the panel's own; it is not lost here.
		answers: fc.array(aDelay, { minLength: 1, maxLength: 2 }),
	});
}

function aRun(fewest: number) {
	return fc.record({
		deliveries: fc.array(aDelivery(fewest), { minLength: 1, maxLength: 14 }),
		ahead: fc.constantFrom(0, -HOUR, 3 * MINUTE, 800),
		/** PINs that other users of the panel have, so that it refuses them. */
		taken: fc.subarray(pins.slice(1), { maxLength: 2 }),
	});
}

/** Applies the plan, until nothing is under way any more and all is accounted for. */
async function applied({
	deliveries,
	ahead,
	taken,
}: {
	readonly deliveries: readonly Delivery[];
	readonly ahead: number;
	readonly taken: readonly string[];
}) {
	const end = new TwiceDelivered(plan, factoryOf(plan.site), deliveries, ahead);
	for (const [at, pin] of taken.entries())
		end.panel.text(SENDER, `PROG 7982 USRS:${at + 8},${pin},X`);
	const run = new AppliedTwiceDelivered(end);
	const first = await run.apply(plan, access, rules);
	const falseAtStop = falselyAcknowledged(first, end);
	let last = first;
	for (let again = 0; again < 6; again++) {
		const before = sentIn(last);
		await run.pass(HOUR);
		last = await run.apply(plan, access, rules);
		if (sentIn(last) === before) break;
	}
	return {
		end,
		first,
		falseAtStop,
		last,
		falseAtEnd: falselyAcknowledged(last, end),
	};
}

function sentIn({ sent }: RunProgress): number {
	return sent.filter(({ purpose }) => purpose === "message").length;
}

/** Messages that are called acknowledged, and that the panel has not carried out. */
function falselyAcknowledged(
	{ standings }: RunProgress,
	{ carriedOut }: TwiceDelivered,
) {
	return plan.messages.filter(
		({ text }, at) =>
			["acknowledged", "read"].includes(standings[at] ?? "") &&
			!carriedOut.some((each) => each.text === text && each.isDone),
	);
}

/** Whether every answer comes within the validity of its text. */
function isPrompt({ copies, answers }: Delivery): boolean {
	return Math.max(...copies) + Math.max(...answers) < 15 * MINUTE;
}

/** Where no text is lost, what is acknowledged was carried out, however often each is delivered. */
export function nothingLostLaw() {
	return fc.asyncProperty(aRun(1), async (given) => {
		const { first, falseAtStop, last, falseAtEnd } = await applied(given);
		expect(falseAtEnd).toEqual([]);
		// At once, where an ERROR shows that something is wrong with that word.
		const refused = plan.messages.find(
			(_, at) => first.standings[at] === "refused",
		);
		expect(
			falseAtStop.filter(({ command }) => command === refused?.command),
		).toEqual([]);
		const { outcome } = last.ended ?? {};
		const isPlain = given.deliveries.every(
			(delivery) => delivery.copies.length === 1 && isPrompt(delivery),
		);
		if (isPlain && given.taken.length === 0) expect(outcome).toBe("done");
		if (outcome === "done") expect(last.standings.every(isDone)).toBe(true);
	});
}

/** Where texts are lost as well, only an unseen second answer to a message with the same word is taken for an acknowledgement. */
export function someLostLaw() {
	return fc.asyncProperty(aRun(0), async (given) => {
		const { end, last, falseAtEnd } = await applied(given);
		for (const { text, command } of falseAtEnd) {
			const others = plan.messages
				.filter((each) => each.text !== text && each.command === command)
				.map((each) =>
					end.carriedOut.filter((done) => done.text === each.text),
				);
			expect(others.some((each) => each.length > 1)).toBe(true);
			expect(last.isTwice).toBe(false);
		}
	});
}
