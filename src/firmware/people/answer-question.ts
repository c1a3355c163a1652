import { filledTemplate } from "../../commands/plain/filled-template.ts";
import { readTemplate } from "../../panel/remote/answer-template.ts";
import { ANSWERS, courtesiesLately } from "../../panel/remote/courtesies.ts";
import { inOneForm } from "../../panel/remote/remote-options.ts";
import { mayDo, type Question } from "../../panel/state/remote-access.ts";
import { transition } from "../../panel/transition.ts";
import {
	askingOf,
	because,
	causeOf,
	type PersonContext,
} from "../answer/person-context.ts";
import { plainMessage } from "../answer/plain-text.ts";
import type { Response } from "../answer/response.ts";
import { unanswered } from "../answer/text-context.ts";

/**
 * The answer to a question in the owner's own words; null where the text is none
 * that this person may ask. One number is answered only so often in an hour: two
 * panels whose answers are each other's questions must not talk for ever.
 */
export function answerQuestion(context: PersonContext): Response | null {
	const { state, effects, sms, sender, now, person } = context;
	const question = questionOf(context);
	if (question === null) return null;
	const { text } = sms;
	if (courtesiesLately(state, sender.key, now) >= ANSWERS) {
		const why = because(
			"person/too-many-questions",
			`question: this sender got ${ANSWERS} answers within the hour`,
			"STATUS and ZONES still answer",
			{ start: 0, end: text.length },
		);
		const reason = "not-understood";
		return unanswered(context, state, { reason, message: null, why });
	}
	const template = readTemplate(question.answer);
	const event = { type: "courtesy", by: causeOf(context) } as const;
	return {
		state: transition(state, event, now).state,
		effects,
		// A file with any other template is refused.
		reply:
			typeof template === "string"
				? question.answer
				: filledTemplate(template, { ...askingOf(context), person }),
		verdict: {
			type: "done",
			message: plainMessage(text, []),
			command: null,
			args: null,
		},
	};
}

/** The question that this person has asked; null where it is none, or not for this one. */
function questionOf({ state, sms, person }: PersonContext): Question | null {
	const { questions } = state.remote;
	if (questions.length === 0 || !mayDo(person, "status")) return null;
	const form = inOneForm(sms.text);
	const found = questions.find(
		({ asked, people }) =>
			(people.length === 0 || people.includes(person.id)) &&
			inOneForm(asked) === form,
	);
	return found ?? null;
}
