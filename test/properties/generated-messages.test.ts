import fc from "fast-check";
import { expect, test } from "vitest";
import { pword } from "../../grammar/pword/dialect.ts";
import { defineCommand } from "../../src/commands/define.ts";
import { START } from "../../src/conversation/timeline.ts";
import { respond } from "../../src/firmware/respond.ts";
import { climaxReplies } from "../../src/models/climax.ts";
import { defineModel, type Model } from "../../src/models/model.ts";
import { models } from "../../src/models/models.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import {
	DEFAULT_NUMBER,
	DEFAULT_PHONE,
} from "../../src/network/default-numbers.ts";
import { isSenderShut } from "../../src/panel/remote/guard.ts";
import { fields } from "../../src/panel/state/fields.ts";
import { factoryState } from "../../src/panel/state/state.ts";
import { integer } from "../../src/parameters/kinds/integer.ts";
import { required } from "../../src/parameters/parameter.ts";
import { generated } from "../../src/replay/generate/generate.ts";
import { runConversation } from "../../src/simulation/run-conversation.ts";

test("valid messages are done by the panel, and invalid ones are not", () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...models),
			fc.constantFrom(0, 1),
			fc.nat(),
			(model, invalid, seed) => {
				const recipe = { naming: false, count: 3, steps: 3, expect: false };
				for (const { steps } of generated({
					...recipe,
					model,
					invalid,
					seed,
				})) {
					let state = factoryState(model.name, model.sections);
					expect(steps.length).toBe(3);
					for (const step of steps) {
						if (step.type !== "sms") throw new Error(step.type);
						const sms = { from: DEFAULT_PHONE, text: step.text };
						const identity = { model, number: DEFAULT_NUMBER };
						const response = respond(identity, state, sms, START);
						expect(response.verdict.type === "done").toBe(invalid === 0);
						state = response.state;
					}
				}
			},
		),
	);
});

test("what is expected of generated conversations is what comes", () => {
	const holds = (
		model: Model,
		steps: number,
		invalid: number,
		seed: number,
	) => {
		const state = factoryState(model.name, model.sections);
		const recipe = { model, naming: false, count: 2, expect: true };
		for (const conversation of generated({ ...recipe, steps, invalid, seed }))
			expect(runConversation(conversation, { model, state }).failures).toEqual(
				[],
			);
	};
	fc.assert(
		fc.property(
			fc.constantFrom(...models),
			fc.integer({ min: 1, max: 30 }),
			fc.double({ min: 0, max: 0.5, noNaN: true }),
			fc.nat(),
			holds,
		),
		// In these a report goes to a phone as well.
		{ examples: [[vst2752, 30, 0, 10] as const, [mz8, 30, 0, 82] as const] },
	);
});

test("a panel that has stopped listening is texted on, and the conversation ends", () => {
	// After its one command, a wrong code is enough.
	const guard = defineCommand({
		word: "GRD",
		help: "Choose after how many wrong codes a sender is not heard.",
		source: "this test",
		synonyms: [],
		parameters: { smsGuard: required(fields.smsGuard) },
		example: { smsGuard: 1 },
		toEvent: ({ smsGuard }) => ({ type: "set-options", options: { smsGuard } }),
	});
	const model = defineModel({
		name: "one-command",
		title: "A panel that stops listening soon",
		dialect: pword,
		credential: "installer-code",
		commands: { extension: [guard] },
		limits: { smsGuard: integer([1, 1]) },
		replies: climaxReplies,
		probe: null,
	});
	const recipe = { model, naming: false, steps: 8, invalid: 0.4, expect: true };
	const identity = { model, number: DEFAULT_NUMBER };
	let silences = 0;
	for (const { steps } of generated({ ...recipe, count: 20, seed: 1 })) {
		let state = factoryState(model.name, model.sections);
		let isShut = false;
		expect(steps.length).toBe(8);
		for (const step of steps) {
			if (step.type !== "sms") throw new Error(step.type);
			const sms = { from: DEFAULT_PHONE, text: step.text };
			if (isShut) expect([step.text, step.replies]).toEqual([step.text, []]);
			if (isShut && isDone(step.text)) silences += 1;
			state = respond(identity, state, sms, START).state;
			isShut ||= isSenderShut(state, DEFAULT_PHONE, START);
		}
	}
	expect(silences).toBeGreaterThan(0);

	/** Whether a panel that listens does what a text says. */
	function isDone(text: string): boolean {
		const fresh = factoryState(model.name, model.sections);
		const sms = { from: DEFAULT_PHONE, text };
		return respond(identity, fresh, sms, START).verdict.type === "done";
	}
});

test("every command of every model comes about", () => {
	for (const model of models) {
		const words = new Set<string>();
		// What is about a device needs one to be there first.
		const recipe = { naming: false, steps: 30, invalid: 0, expect: false };
		for (const { steps } of generated({
			...recipe,
			model,
			count: 40,
			seed: 1,
		}))
			for (const step of steps)
				if (step.type === "sms")
					words.add(model.dialect.read(step.text)?.word.text ?? "");
		const rare = [...model.commands.keys()].filter((word) => !words.has(word));
		// No message teaches a CR200 a device, and a fresh one has none.
		expect(rare).toEqual(model.name === "cr200" ? ["DEVE"] : []);
	}
});
