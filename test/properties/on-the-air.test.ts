import fc from "fast-check";
import { test } from "vitest";
import { channel } from "../../src/network/channel.ts";
import { channelRule } from "../support/channel-rules.ts";
import { auditMail } from "../support/mail-audit.ts";
import { panelAtModem } from "../support/panel-at-modem.ts";
import {
	ANN,
	BOB,
	panelWithLongAnswers,
	type SampleText,
	sampleTexts,
} from "../support/sample-texts.ts";
import { PANEL } from "../support/texting.ts";

const kind = fc.constantFrom(
	...Object.keys(sampleTexts).filter(
		(name): name is SampleText => name in sampleTexts,
	),
);

const stream = fc.array(
	fc.record({
		from: fc.constantFrom(ANN, BOB),
		kind,
		// At least a second: one second has one service-centre time, and the same
		// text twice in it is one text.
		pause: fc.integer({ min: 1000, max: 40_000 }),
	}),
	{ minLength: 1, maxLength: 10 },
);

test("whatever the channel does, what reached the panel's modem is done and answered once", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(channelRule, { maxLength: 4 }),
			fc.integer({ min: 1, max: 2 ** 31 }),
			fc.constantFrom("indication", "polling"),
			stream,
			async (rules, seed, receive, talk) => {
				const air = await panelAtModem({
					through: channel(rules, seed),
					settings: { receive },
					state: panelWithLongAnswers(),
				});
				for (const [index, { from, kind, pause }] of talk.entries()) {
					air.phone(from).text(PANEL, sampleTexts[kind](index + 1));
					await air.pass(pause);
				}
				// Twice: a repeat may come when everything else is done.
				for (let round = 0; round < 2; round++) {
					await air.until(() => air.isQuiet(), 3 * 3_600_000);
					await air.pass(100_000);
				}
				await air.until(() => air.isQuiet(), 3_600_000);
				await air.close();
				auditMail(air, panelWithLongAnswers());
			},
		),
		{ numRuns: 15 },
	);
});
