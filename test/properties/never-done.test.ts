import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callWordingOf, composeSlots } from "../../src/derive/compose.ts";
import { credentialsOf } from "../../src/firmware/answer/authorise.ts";
import { settingValues } from "../../src/models/language/language-settings.ts";
import type { Model } from "../../src/models/model.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import {
	type CheckReport,
	checkMessage,
} from "../../src/views/check-message.ts";
import { withCredentialsOf } from "../../src/views/message-credentials.ts";
import { factorySubject, type Subject } from "../../src/views/subject.ts";
import { argumentsOf, everyCommand } from "../support/commands.ts";
import { fullPanel } from "../support/full-panel.ts";
import {
	type ComposedText,
	composedTexts,
	everyLanguage,
	type LanguageCase,
} from "../support/languages.ts";
import { expectSame } from "../support/same.ts";
import { aStateOf } from "../support/states.ts";
import { fresh, PHONE, texted } from "../support/texting.ts";

/*
 * What `check` says where no panel is known: wrong is what every panel of the model
 * refuses, and right what some panel of the model does.
 */

/** A head that a panel can have, and some that none has. */
interface Head {
	readonly keyword: string;
	readonly code: string;
	readonly isPossible: boolean;
}

describe.each(everyCommand)("%s", (_, { model, command }) => {
	const { word } = command.spec;
	const fromFactory = fresh(model);
	const full = fullPanel(model);
	const states = aStateOf(model);
	const factory = credentialsOf(model, fromFactory);
	const digits = model.credential === "access-code" ? 8 : 4;
	const heads = fc.oneof(
		{
			weight: 6,
			arbitrary: fc.constantFrom<Head>(
				{ ...factory, isPossible: true },
				{ keyword: "HOUSE-1", code: "4711", isPossible: true },
			),
		},
		{
			weight: 1,
			arbitrary: fc.constantFrom<Head>(
				{ ...factory, code: "0".repeat(digits + 1), isPossible: false },
				{ ...factory, keyword: "A".repeat(16), isPossible: false },
				{ ...factory, keyword: "PRÖG", isPossible: false },
			),
		},
	);
	/** The code of the head may stand in a parameter too. */
	const messages = fc
		.tuple(argumentsOf(command), heads, fc.boolean())
		.map(([args, head, repeats]) => {
			const slots = composeSlots(command, args).map((text, at) =>
				repeats && command.slots[at]?.kind?.read(head.code) === head.code
					? head.code
					: text,
			);
			const call = callWordingOf(command, slots);
			return { head, text: model.dialect.write({ ...head, ...call }) };
		});

	test("what is wrong no panel does, and what is right some panel does", () => {
		fc.assert(
			fc.property(messages, fc.gen(), ({ head, text }, draw) => {
				const { ok } = judged(model, text);
				const panels = [
					withHead(model, fromFactory, head),
					withHead(model, full, head),
					...(head.isPossible ? headedPanels(model, head) : []),
				];
				const does = (panel: PanelState) =>
					texted(model, panel, text).verdict.type === "done";
				expectSame(text, panels.some(does), ok);
				if (ok) return;
				const random = withHead(
					model,
					draw(() => states),
					head,
				);
				expectSame(text, does(random), false);
			}),
		);
	});

	test(`${word} of the example is right`, () => {
		const slots = composeSlots(command, command.spec.example);
		const call = callWordingOf(command, slots);
		const text = model.dialect.write({ ...factory, ...call });
		expect(judged(model, text).diagnostics).toEqual([]);
	});
});

describe.each(everyLanguage)("$name", (languageCase) => {
	const { model, factory } = languageCase;
	const states = aStateOf(model);
	const texts = composedTexts(languageCase);

	test("what is wrong no panel does, and what is right and is simulated some panel does", () => {
		fc.assert(
			fc.property(texts, fc.gen(), (composed, draw) => {
				const { text } = composed;
				const { ok, remarks } = judged(model, text);
				const panels = [factory, prepared(languageCase, composed)];
				const does = (panel: PanelState) =>
					texted(model, panel, text).verdict.type === "done";
				const simulated = ok && remarks.length === 0;
				expectSame(text, panels.some(does), simulated);
				if (simulated) return;
				const head = credentialsOf(model, factory, composed.command);
				const random = draw(() => states);
				const own = withHead(model, random, { ...head, isPossible: true });
				expectSame(text, does(own), false);
			}),
		);
	});
});

const subjects = new Map<Model, Subject>();

function judged(model: Model, text: string): CheckReport {
	const subject = subjects.get(model) ?? factorySubject(model);
	subjects.set(model, subject);
	return checkMessage(subject, text);
}

/** A panel with the credentials of a head, where it can have them. */
function withHead(
	model: Model,
	state: PanelState,
	{ keyword, code, isPossible }: Head,
): PanelState {
	const head = { keyword: { text: keyword }, code: { text: code } };
	return isPossible ? withCredentialsOf(model, state, head) : state;
}

/**
 * A panel whose users have another PIN than the factory's, which a message may give to
 * somebody else. Where the code of the head is not the installer's, panels on which it
 * is user 2's PIN, 3's and so on, or that access code.
 */
function headedPanels(model: Model, head: Head): readonly PanelState[] {
	const { keyword, code } = head;
	const { credentials, users, ...state } = fresh(model);
	if (model.credential === "installer-code") {
		const others = users.map((user) => ({ ...user, pin: "9876" }));
		return [withHead(model, { ...state, credentials, users: others }, head)];
	}
	return [2, 3, 4, 5].map((id) => ({
		...state,
		credentials: {
			...credentials,
			keyword,
			accessCodes: [
				{ id: 1, code: "9876" },
				{ id, code },
			],
		},
		users: [
			...users.map((user) => ({ ...user, pin: "9876" })),
			{ id, name: "", pin: code, latch: true },
		],
	}));
}

/** A panel that has what a command needs: the zones, the values that it names, the settings. */
function prepared(
	{ factory, language: { file } }: LanguageCase,
	{ command, args }: ComposedText,
): PanelState {
	const said = Object.values(args).flatMap((value) =>
		typeof value === "symbol" || value === undefined
			? []
			: [String(value), ...String(value).split(/[,;|#]/)],
	);
	const [needed, value] = command.row.needs?.setting ?? [];
	const own = factory.stored.language ?? {};
	const settings = { ...own };
	for (const effect of command.row.does ?? []) {
		const name =
			"replace" in effect
				? effect.replace
				: "remove" in effect
					? effect.remove
					: "set" in effect
						? effect.named
						: undefined;
		if (name === undefined) continue;
		const first = own[`${name}0`] === undefined ? 1 : 0;
		const places = settingValues(own, name).length;
		for (let at = 0; at < places; at += 1)
			settings[`${name}${first + at}`] = said[at] ?? "";
		// Who is not listed is not heard.
		if (name === file.listed) settings[`${name}${first + places - 1}`] = PHONE;
	}
	if (needed !== undefined && value !== undefined) settings[needed] = value;
	return {
		...factory,
		zones: Array.from({ length: 199 }, (_, at) => ({
			id: at + 1,
			rfId: String(at + 1),
			type: 1,
			attribute: "burglar" as const,
			name: `Zone ${at + 1}`,
			bypass: "none" as const,
			flag: false,
			option: "00",
			entryDelay: 1 as const,
			crossZone: false,
		})),
		stored: { ...factory.stored, language: settings },
	};
}
