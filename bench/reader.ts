import { BLOCK, type CorpusName } from "./contender.ts";
import { type Contestant, start } from "./processes.ts";
import { median, report } from "./verdict.ts";

/*
 * Our reader against the best loop that we can write by hand and against
 * Peggy. Each contender runs in a process of its own, because a second
 * Chevrotain grammar in a process slows the first. They take turns, so that
 * whatever else the machine does hits all alike, and ratios are of passes that
 * followed each other. The hand loop runs twice: its ratio to itself is the
 * noise that the others carry too.
 */

const WARM_UPS = 4;
const ROUNDS = 11;

const hand = await start("hand", "hand");
const handAgain = await start("hand again", "hand");
const ours = await start("ours", "ours");
const peggy = await start("peggy", "peggy");
const all = [hand, handAgain, ours, peggy];

await sameResults();
const { mixed, valid } = await race();
for (const contestant of all) contestant.end();

console.log("nanoseconds per message, median of", ROUNDS, "rounds");
console.log("               15 % faulty   all valid");
for (const { name } of all) {
	const cells = [mixed, valid].map((times) =>
		median(timesOf(times, name)).toFixed(0),
	);
	console.log(
		`  ${name.padEnd(12)}${cells[0]?.padStart(12)}${cells[1]?.padStart(12)}`,
	);
}
console.log();
const kept = [
	report("hand again / hand: the noise", ratios(mixed, handAgain, mixed, hand)),
	report("ours / hand, 15 % faulty", ratios(mixed, ours, mixed, hand), {
		most: 3,
	}),
	report("ours / hand, all valid", ratios(valid, ours, valid, hand), {
		most: 3,
	}),
	report("peggy / ours, 15 % faulty", ratios(mixed, peggy, mixed, ours), {
		least: 3,
	}),
	report("peggy / ours, all valid", ratios(valid, peggy, valid, ours), {
		least: 3,
	}),
	report("ours, 15 % faulty / valid", ratios(mixed, ours, valid, ours), {
		most: 1.3,
	}),
];
if (kept.includes(false)) process.exitCode = 1;

/** Nanoseconds per message by contender, one entry per round. */
type Times = ReadonlyMap<string, readonly number[]>;

async function sameResults(): Promise<void> {
	const expected = await ours.digests();
	for (const other of all) {
		const got = await other.digests();
		refuseDifference(other, expected.wordings, got.wordings);
		if (expected.messages !== null && got.messages !== null) {
			refuseDifference(other, expected.messages, got.messages);
		}
	}
}

function refuseDifference(
	{ name }: Contestant,
	expected: readonly string[],
	got: readonly string[],
): void {
	const block = expected.findIndex((digest, i) => digest !== got[i]);
	if (block === -1) return;
	throw new Error(
		`${name} reads one of the texts ${block * BLOCK} to ${(block + 1) * BLOCK - 1} differently`,
	);
}

async function race(): Promise<Record<CorpusName, Times>> {
	const mixed = new Map<string, number[]>(all.map(({ name }) => [name, []]));
	const valid = new Map<string, number[]>(all.map(({ name }) => [name, []]));
	for (let round = -WARM_UPS; round < ROUNDS; round++) {
		for (const contestant of all) {
			const ofMixed = await contestant.pass("mixed");
			const ofValid = await contestant.pass("valid");
			if (round < 0) continue;
			mixed.get(contestant.name)?.push(ofMixed);
			valid.get(contestant.name)?.push(ofValid);
		}
	}
	return { mixed, valid };
}

function timesOf(times: Times, name: string): readonly number[] {
	return times.get(name) ?? [];
}

function ratios(
	above: Times,
	numerator: Contestant,
	below: Times,
	denominator: Contestant,
): number[] {
	const divisors = timesOf(below, denominator.name);
	return timesOf(above, numerator.name).map(
		(taken, round) => taken / (divisors[round] ?? Number.NaN),
	);
}
