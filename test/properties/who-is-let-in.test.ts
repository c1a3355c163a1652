/** Who is on the list and what that allows decides, whatever is texted in any language. */
import fc from "fast-check";
import { describe, test } from "vitest";
import { composeSlots } from "../../src/derive/compose.ts";
import { credentialsOf } from "../../src/firmware/answer/authorise.ts";
import { codeOf } from "../../src/firmware/answer/one-time-code.ts";
import { respondToMail } from "../../src/firmware/respond-to-mail.ts";
import type { Model } from "../../src/models/model.ts";
import { models } from "../../src/models/models.ts";
import { clock, site } from "../../src/panel/state/event.ts";
import type { Person } from "../../src/panel/state/remote-access.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { transition } from "../../src/panel/transition.ts";
import { argumentsOf } from "../support/commands.ts";
import { composedTexts, everyLanguage } from "../support/languages.ts";
import { ANNA, anna, KEY } from "../support/panel-with-people.ts";
import { expectSame } from "../support/same.ts";
import { fresh, NOON, PANEL } from "../support/texting.ts";
import { anyString } from "../support/texts.ts";

const HOUR = 3_600_000;

const everything: Person = {
	...anna,
	can: ["arm", "disarm", "bypass", "status", "program", "script"],
};

interface Sender {
	readonly from: string;
	readonly named: boolean;
}

/** A house, who texts it, and how late the texts come at least. */
interface Setting {
	readonly remote: Partial<PanelState["remote"]>;
	readonly senders: readonly Sender[];
	readonly late: number;
}

const number = (from: string): Sender => ({ from, named: false });
const name = (from: string): Sender => ({ from, named: true });

const settings: readonly (readonly [string, Setting])[] = [
	[
		"who is not on the list",
		{
			remote: { people: [everything] },
			senders: [
				...["+4915112345678", "", ANNA.slice(1), `${ANNA}1`].map(number),
				...["Anna", "ANNA", "+３３612345678", "112"].map(number),
				...["Anna", ANNA.slice(0, 11), ANNA, "Telfort"].map(name),
			],
			late: 0,
		},
	],
	[
		"who has not the right",
		{
			remote: { people: [{ ...everything, can: ["status", "bypass"] }] },
			senders: [number(ANNA)],
			late: 0,
		},
	],
	[
		"who is not let in at the moment",
		{
			remote: { people: [{ ...everything, enabled: false }] },
			senders: [number(ANNA)],
			late: 0,
		},
	],
	[
		"who texts while remote control is off",
		{
			remote: { people: [everything], enabled: false },
			senders: [number(ANNA)],
			late: 0,
		},
	],
	[
		"whose text is old",
		{
			remote: { people: [everything] },
			senders: [number(ANNA)],
			late: HOUR,
		},
	],
];

const plainly = fc
	.tuple(
		fc.constantFrom("", "1234 ", "CODE"),
		fc.constantFrom(
			...["DISARM", "ARM", "HOME", "MUTE", "STATUS", "SMS DISABLE", "HELP"],
			...["BYPASS 1", "ARM FORCE", "ARM AT 22:30", "garage", "1234"],
			":cmd slepens script x",
		),
		fc.constantFrom("", " 1234"),
	)
	.map((parts) => parts.join(""));

const everyModel = [
	...models.map((model) => [model.name, model, null] as const),
	...everyLanguage.map((one) => [one.name, one.model, one] as const),
];

describe.each(everyModel)("%s", (_, model, language) => {
	const factory = fresh(model);
	const message =
		language === null
			? installerMessages(model, factory)
			: composedTexts(language).map(({ text }) => text);
	const text = fc.oneof(
		{ weight: 3, arbitrary: message },
		{ weight: 2, arbitrary: plainly },
		{ weight: 1, arbitrary: anyString },
	);

	test.each(settings)(
		"%s neither arms nor disarms, silences no siren and changes no list",
		(_, { remote, senders, late }) => {
			const mail = fc.record({
				sender: fc.constantFrom(...senders),
				text,
				wait: fc.nat(HOUR),
				late: fc.integer({ min: late, max: late + 100 * HOUR }),
				armed: fc.constantFrom(null, null, "away", "home-1"),
			});
			const house: PanelState = {
				...factory,
				remote: {
					...factory.remote,
					scriptSecret: "slepens",
					recordUnknown: true,
					scripts: [{ name: "x", lines: ["DISARM", "ARM FORCE"] }],
					questions: [{ asked: "garage", answer: "{mode}", people: [] }],
					...remote,
				},
			};
			fc.assert(
				fc.property(fc.array(mail, { maxLength: 8 }), (mails) => {
					let state = house;
					let now = NOON;
					for (const { sender, text, wait, late, armed } of mails) {
						now += wait;
						if (armed !== null) {
							const mode = { type: "set-mode", mode: armed } as const;
							state = transition(state, { ...mode, by: site }, now).state;
						}
						const time = { type: "time", by: clock } as const;
						const before = transition(state, time, now).state;
						const code = `${codeOf(KEY, Math.floor(now / 30_000))}1234 `;
						const said = text.replace("CODE", code);
						const sms = { ...sender, text: said, sentAt: now - late };
						({ state } = respondToMail(
							{ model, number: PANEL },
							before,
							{ ...sms, reference: null },
							now,
							30,
						));
						expectSame(said, guarded(state), guarded(before));
					}
				}),
				{ numRuns: 20 },
			);
		},
	);
});

/** Messages of one of our models, whose credentials may be wrong. */
function installerMessages(model: Model, factory: PanelState) {
	return fc.constantFrom(...model.commands.values()).chain((command) =>
		fc
			.tuple(argumentsOf(command), fc.boolean(), fc.boolean())
			.map(([args, isWrongKeyword, isWrongCode]) => {
				const right = credentialsOf(model, factory, command);
				return model.dialect.write({
					keyword: isWrongKeyword ? "GORP" : right.keyword,
					code: isWrongCode ? "0000" : right.code,
					word: command.spec.word,
					slots: composeSlots(command, args),
				});
			}),
	);
}

/** What only who is let in may change; the rest is the installer's to program. */
function guarded({ remote, runtime }: PanelState) {
	const { mode, into, home, siren, alarms, memory, armAt } = runtime;
	const { lastRemote } = runtime;
	return { remote, mode, into, home, siren, alarms, memory, armAt, lastRemote };
}
