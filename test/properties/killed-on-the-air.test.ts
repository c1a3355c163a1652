import { describe, expect, test } from "vitest";
import type { ModemSettings } from "../../src/modem/link/modem-settings.ts";
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

type Talk = readonly (readonly [string, SampleText])[];

const talk: Talk = [
	[ANN, "order"],
	[BOB, "users"],
	[ANN, "long"],
];

// A part that comes directly is to be acknowledged before the next one comes,
// and is nowhere but in the panel then: a long text is not safe from its death.
const short: Talk = [
	[ANN, "order"],
	[BOB, "users"],
	[ANN, "refused"],
];

const ways: Record<string, readonly [Talk, Partial<ModemSettings>]> = {
	"by indication": [talk, {}],
	directly: [short, { receive: "direct" }],
	"by polling": [talk, { receive: "polling" }],
};

describe.each(Object.entries(ways))(
	"a panel that is killed, receiving %s",
	(_, [talk, settings]) => {
		test("at any step of a conversation loses nothing and does nothing twice", async () => {
			const whole = await conversation(talk, settings);
			expect(whole.deaths).toBe(0);
			expect(whole.steps).toBeGreaterThan(50);
			for (let diesAt = 1; diesAt <= whole.steps; diesAt++) {
				const air = await conversation(talk, settings, diesAt);
				expect(air.deaths).toBe(1);
				expect(air.reached.length).toBeGreaterThanOrEqual(talk.length);
				auditMail(air, panelWithLongAnswers());
			}
		});
	},
);

// Helpers

/** All of them at once, so that every step has something to do with them. */
async function conversation(
	talk: Talk,
	settings: Partial<ModemSettings>,
	diesAt?: number,
): Promise<PanelAtModem> {
	const air = await panelAtModem({
		settings,
		state: panelWithLongAnswers(),
		...(diesAt === undefined ? {} : { diesAt }),
	});
	for (const [index, [from, kind]] of talk.entries())
		air.phone(from).text(PANEL, sampleTexts[kind](index + 1));
	const started = () => air.modemEvents.some(({ type }) => type === "started");
	await air.until(() => started() && air.isQuiet());
	await air.pass(60_000);
	await air.until(() => air.isQuiet());
	await air.close();
	return air;
}
