/** Texts to a panel whose network and modem go wrong all the time. */
import { expect } from "vitest";
import type { ModemEvent } from "../../src/modem/link/modem-event.ts";
import type { ModemSettings } from "../../src/modem/link/modem-settings.ts";
import { channel } from "../../src/network/channel.ts";
import type { Rule } from "../../src/network/channel-rule.ts";
import { virtualNetwork } from "../../src/network/network.ts";
import { seededRandom } from "../../src/time/seeded-random.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { inProcessLine } from "../../src/transport/in-process.ts";
import { virtualModem } from "../../src/virtual-modem/virtual-modem.ts";
import { driven, noon } from "./driven-modem.ts";
import { observedLine } from "./line-observer.ts";
import { phone } from "./phone.ts";
import { settle } from "./scripted-line.ts";

const panel = "+15550100";
const phones = ["+15550101", "+15550102"];

export interface FaultyRun {
	readonly seed: number;
	/** How many texts are sent to the panel. */
	readonly count: number;
	/** 0 to 1: of the messages, how many suffer each fault. */
	readonly probability: number;
	readonly settings?: Partial<ModemSettings>;
}

export interface FaultyRunResult {
	/** The texts whose parts all reached the modem, as often as they did. */
	readonly reached: readonly string[];
	/** The texts that the driver handed over, as often as it did. */
	readonly received: readonly string[];
	/** The answers that the phones got. */
	readonly answers: readonly string[];
	readonly events: readonly ModemEvent[];
	readonly troubles: number;
	/** Parts that reached the modem of messages that did not reach it whole. */
	readonly orphans: number;
	/** SMS that lie in the modem at the end. */
	readonly stored: number;
	/** Answers that are still to be sent. */
	readonly unanswered: number;
}

/**
 * Holds that a driver that reads its messages from the modem's storage hands
 * over once what reached its modem, and answers it.
 */
export async function checkStored(
	storm: FaultyRun,
	receive: "indication" | "polling",
): Promise<void> {
	const after = await runFaulty({ ...storm, settings: { receive } });
	const { received, reached, answers, events } = after;
	expect(received.toSorted()).toEqual(reached.toSorted());
	expect(after.unanswered).toBe(0);
	// Parts of messages that never became whole stay, but for those that made room.
	const erased = events.filter(({ type }) => type === "erased").length;
	expect(after.stored + erased).toBe(after.orphans);
	expect(new Set(answers)).toEqual(
		new Set(reached.map((text) => `re: ${text}`)),
	);
	// An answer comes twice only where its result was not seen, which is told.
	const repeats = events.filter(({ type }) => type === "send-unseen");
	expect(answers.length).toBeGreaterThanOrEqual(reached.length);
	expect(answers.length).toBeLessThanOrEqual(reached.length + repeats.length);
}

/** Holds that what comes directly is not lost; the network may send it again. */
export async function checkDirect(storm: FaultyRun): Promise<void> {
	const after = await runFaulty({ ...storm, settings: { receive: "direct" } });
	expect(new Set(after.received)).toEqual(new Set(after.reached));
	expect(after.unanswered).toBe(0);
	// Parts lie in the modem where they came while nobody was at its line.
	expect(after.stored).toBeLessThanOrEqual(after.orphans);
}

/** Rules that strike texts to the panel, and the modem at any time. */
function rulesOf(probability: number): Rule[] {
	const to = panel;
	const on = (effect: Rule["effect"], rest: Partial<Rule> = { to }): Rule => ({
		effect,
		probability,
		...rest,
	});
	const kinds = [
		"storage-full",
		"no-registration",
		"deaf",
		"port-gone",
	] as const;
	return [
		on({ kind: "loss" }),
		on({ kind: "duplicate", duration: 3000 }),
		on({ kind: "delay", duration: 20_000 }),
		on({ kind: "reorder", duration: 20_000 }),
		on({ kind: "alphabet" }),
		on({ kind: "refusal", cms: 38 }, { from: panel }),
		...kinds.flatMap((kind) => {
			const trouble = { kind, duration: 40_000 };
			return [
				on({ kind: "trouble", at: "recipient", trouble }),
				on({ kind: "trouble", at: "sender", trouble }, { from: panel }),
			];
		}),
	];
}

/** Lets a storm pass, and waits until it is quiet again. */
async function runFaulty({
	seed,
	count,
	probability,
	settings,
}: FaultyRun): Promise<FaultyRunResult> {
	const clock = virtualClock(noon);
	const random = seededRandom(seed);
	const network = virtualNetwork({
		clock,
		channel: channel(rulesOf(probability), seed),
	});
	const inflow = observedLine(network.line(panel), clock);
	const modem = virtualModem({ clock, line: inflow.line });
	const friends = phones.map((number) => phone(network, number));
	const received: string[] = [];
	let unanswered = 0;
	const { modem: driver, events } = driven(
		async () => {
			const [here, there] = inProcessLine();
			void modem.attach(there);
			return here;
		},
		settings,
		clock,
		async (sms, driver) => {
			await sms.forget();
			received.push(sms.text);
			unanswered += 1;
			void (async () => {
				for (;;) {
					const outcome = await driver.send(sms.from, `re: ${sms.text}`);
					if (outcome.sent || !outcome.retry) break;
				}
				unanswered -= 1;
			})();
		},
	);
	const pass = async (duration: number) => {
		const end = clock.now() + duration;
		while (clock.now() < end) {
			await clock.advanceTo(clock.now() + 250);
			await settle();
		}
	};
	for (let index = 0; index < count; index++) {
		const size = random() < 0.2 ? 200 : 1;
		const text = `${index} `.repeat(size).slice(0, 400).trim();
		const friend = friends[Math.floor(random() * friends.length)];
		friend?.text(panel, text);
		await pass(Math.floor(random() * 20_000));
	}
	const stored = () =>
		modem.equipment.stores.SM.used + modem.equipment.stores.ME.used;
	const quiet = () =>
		network.waiting === 0 && unanswered === 0 && stored() <= inflow.orphans;
	for (let turn = 0; turn < 120 && !quiet(); turn++) await pass(30_000);
	await pass(60_000);
	const aftermath = {
		reached: inflow.messages.map(({ text }) => text),
		received,
		answers: friends.flatMap(({ texts }) => texts),
		events,
		troubles: network.traffic.troubles,
		orphans: inflow.orphans,
		stored: stored(),
		unanswered,
	};
	await driver.close();
	await modem.powerOff();
	return aftermath;
}
