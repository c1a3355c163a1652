import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { channel } from "../../src/network/channel.ts";
import { seededRandom } from "../../src/time/seeded-random.ts";
import { everyChannelRule } from "../support/channel-rules.ts";
import { auditMail } from "../support/mail-audit.ts";
import { type PanelAtModem, panelAtModem } from "../support/panel-at-modem.ts";
import {
	ANN,
	BOB,
	panelWithLongAnswers,
	type SampleText,
	sampleTexts,
} from "../support/sample-texts.ts";
import { PANEL } from "../support/texting.ts";

/*
 * One panel on the air for as long as SOAK_MINUTES says, about an hour of its
 * own time in a second, while the channel does what it can.
 */
const minutes = Number(process.env.SOAK_MINUTES ?? 2);
const seed = Number(process.env.SOAK_SEED ?? 20_261_120);

const minute = 60_000;
/** Of the heap at one tenth. Warm code and full logs take some; a leak takes more. */
const mostGrowth = 1.3;
/** Texts between two looks at the account. */
const watch = 200;

test(`a panel on the air for ${minutes} minutes, seed ${seed}, neither leaks nor gets stuck`, {
	timeout: (minutes + 2) * minute,
}, async () => {
	const begin = performance.now();
	const spent = () => (performance.now() - begin) / (minutes * minute);
	const random = seededRandom(seed);
	const air = await panelAtModem({
		through: channel(everyChannelRule(0.02, 40_000), seed),
		// Parts whose others were lost must make room some day.
		settings: { autoErase: true },
		state: panelWithLongAnswers(),
	});
	const marks: Mark[] = [];
	let texts = 0;
	while (spent() < 1) {
		await talk(air, random, texts);
		texts += watch;
		await settled(air);
		auditMail(air, panelWithLongAnswers());
		air.turnPage();
		// At each tenth of the time.
		while (marks.length < Math.floor(spent() * 10)) marks.push(mark(air));
	}
	const [early] = marks;
	const late = mark(air);
	const hours = (air.clock.now() - air.startedAt) / (60 * minute);
	console.log(
		`${texts} texts in ${hours.toFixed(0)} hours of its time; ` +
			`${JSON.stringify(air.network.traffic)}; ` +
			`heap in MB ${[...marks, late].map(({ heap }) => (heap / 1e6).toFixed(1))}`,
	);
	if (early === undefined) throw new Error("it was over too soon");
	expect(late.heap / early.heap).toBeLessThan(mostGrowth);
	expect(late.handles).toBeLessThanOrEqual(early.handles);
	expect(late.wishes).toBeLessThanOrEqual(early.wishes + 2);
	await air.close();
});

// Helpers

interface Mark {
	/** Bytes that are in use. */
	readonly heap: number;
	readonly handles: number;
	readonly wishes: number;
}

function mark({ wishes }: PanelAtModem): Mark {
	setFlagsFromString("--expose-gc");
	runInNewContext("gc")();
	const { heapUsed: heap } = process.memoryUsage();
	const handles = process.getActiveResourcesInfo().length;
	return { heap, handles, wishes };
}

async function talk(
	air: PanelAtModem,
	random: () => number,
	before: number,
): Promise<void> {
	const names = Object.keys(sampleTexts).filter(
		(name): name is SampleText => name in sampleTexts,
	);
	for (let count = 1; count <= watch; count++) {
		const kind = names[Math.floor(random() * names.length)] ?? "order";
		const from = random() < 0.5 ? ANN : BOB;
		air.phone(from).text(PANEL, sampleTexts[kind](before + count));
		await air.pass(1000 + Math.floor(random() * 20_000));
	}
}

/** Nothing waits any more, and what lay in the modem has been found. */
async function settled(air: PanelAtModem): Promise<void> {
	const isIdle = () =>
		air.network.waiting === 0 && air.state.runtime.outgoing.length === 0;
	for (let round = 0; round < 3; round++) {
		await air.until(isIdle, 6 * 60 * minute);
		await air.pass(2 * minute);
	}
	await air.until(isIdle, 60 * minute);
}
