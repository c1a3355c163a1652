import type { Command } from "../../commands/define.ts";
import type {
	Conversation,
	Reply,
	Sms,
} from "../../conversation/conversation.ts";
import { literally } from "../../conversation/pattern.ts";
import { START } from "../../conversation/timeline.ts";
import type { BoundCommand } from "../../derive/bound-command.ts";
import type { Response } from "../../firmware/answer/response.ts";
import type { Outgoing } from "../../firmware/outbox/next.ts";
import { respond } from "../../firmware/respond.ts";
import type { Model } from "../../models/model.ts";
import {
	DEFAULT_NUMBER,
	DEFAULT_PHONE,
} from "../../network/default-numbers.ts";
import { factoryState, type PanelState } from "../../panel/state/state.ts";
import { DirectPanel } from "../../simulation/direct-panel.ts";
import { type Random, seededRandom } from "../../time/seeded-random.ts";
import { spoiltMessage, validMessage } from "./generated-message.ts";
import { oneOf } from "./generated-text.ts";

export interface Recipe {
	readonly model: Model;
	/** Whether the conversations are to name their model. */
	readonly naming: boolean;
	readonly count: number;
	/** Messages in each. */
	readonly steps: number;
	/** The part of the messages that the panel refuses or ignores: 0 to 1. */
	readonly invalid: number;
	readonly seed: number;
	/** Whether what the panel answers is written down as what is expected. */
	readonly expect: boolean;
}

/**
 * Conversations made from a model's declarations, each with a factory panel. The
 * same recipe gives the same conversations; a greater count begins with the same.
 */
export function* generated(recipe: Recipe): Generator<Conversation> {
	const { model, naming, count, seed } = recipe;
	const random = seededRandom(seed);
	const fresh = factoryState(model.name, model.sections);
	for (let at = 1; at <= count; at += 1)
		yield {
			id: `${seed}-${at}`,
			model: naming ? model.name : null,
			config: null,
			seed: null,
			source: null,
			tags: [],
			steps: messages(recipe, fresh, random),
		};
}

function messages(
	{ model, steps, invalid, expect }: Recipe,
	fresh: PanelState,
	random: Random,
): readonly Sms[] {
	const identity = { model, number: DEFAULT_NUMBER };
	const panel = new DirectPanel(identity, fresh, START);
	const list: Sms[] = [];
	while (list.length < steps) {
		const isValid = random() >= invalid;
		const { state } = panel;
		const { text } = found(random, isValid, (command) => {
			const make = isValid ? validMessage : spoiltMessage;
			const text = make(model, state, command, random);
			const sms = { from: DEFAULT_PHONE, text };
			return { text, response: respond(identity, state, sms, START) };
		});
		panel.text(DEFAULT_PHONE, text);
		const replies = expect ? panel.sent.map(expected) : null;
		list.push({ type: "sms", text, from: null, replies });
	}
	return list;

	/**
	 * Tries one command several times, so that easy commands do not crowd out the
	 * rest. A panel that is locked after wrong codes accepts none; then the last try
	 * stands.
	 */
	function found(
		random: Random,
		isValid: boolean,
		tried: (command: BoundCommand<Command>) => Tried,
	): Tried {
		const commands = [...model.commands.values()];
		for (let choices = 1; ; choices += 1) {
			const command = oneOf(random, commands);
			for (let at = 1; at <= PATIENCE; at += 1) {
				const trial = tried(command);
				if ((trial.response.verdict.type === "done") === isValid) return trial;
				if (choices === CHOICES && at === PATIENCE) return trial;
			}
		}
	}
}

/** A report goes to a phone of its own. */
function expected({ to, text }: Outgoing): Reply {
	return { to: to === DEFAULT_PHONE ? null : to, pattern: literally(text) };
}

interface Tried {
	readonly text: string;
	readonly response: Response;
}

const PATIENCE = 20;
/** After so many commands without success there is none. */
const CHOICES = 200;
