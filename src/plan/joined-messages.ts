import { callsOf } from "../../grammar/message/message.ts";
import { callWordingOf, composeSlots } from "../derive/compose.ts";
import { interpretCall } from "../firmware/answer/interpret.ts";
import type { MessageLanguage } from "../models/language/language.ts";
import type { LanguageRow } from "../models/language/language-file.ts";
import type { Model } from "../models/model.ts";
import { changes } from "../panel/state/changes.ts";
import type { PanelState } from "../panel/state/state.ts";
import { blank } from "../parameters/parameter.ts";
import { measure } from "../sms/segments.ts";
import type { PlanRules } from "./messages/plan-rules.ts";
import { type PlannedMessage, stepsOf } from "./plan.ts";
import { pathOfThing } from "./site/site.ts";

/** What messages are joined for. */
interface Joining {
	readonly model: Model;
	readonly language: MessageLanguage;
	/** What the panel has before the first message; null where it is not known. */
	readonly before: PanelState | null;
	readonly rules: PlanRules;
}

/**
 * The same commands in the same order, as many in one SMS as the language lets stand
 * together. A code and what deletes stand alone, and no message becomes longer than
 * one SMS.
 */
export function joinedMessages(
	messages: readonly PlannedMessage[],
	joining: Joining,
): readonly PlannedMessage[] {
	const { language, rules, before } = joining;
	const { joined } = language.file;
	if (joined === undefined || !rules.provenances.has(joined.mark))
		return messages;
	const result: PlannedMessage[] = [];
	for (const message of messages) {
		const last = result.at(-1);
		const both = last === undefined ? null : joinedTo(last, message, joining);
		if (last === undefined || both === null) {
			result.push(message);
			continue;
		}
		const found = result.length > 1 ? (result.at(-2)?.state ?? null) : before;
		result[result.length - 1] = {
			...both,
			changes:
				found === null || both.state === null ? [] : changes(found, both.state),
		};
	}
	return result;
}

/** Two messages as one; null where they cannot be. */
function joinedTo(
	first: PlannedMessage,
	second: PlannedMessage,
	{ model, language }: Joining,
): PlannedMessage | null {
	const { keyword, code } = first.access;
	if (keyword !== second.access.keyword || code !== second.access.code)
		return null;
	// No manual says which of two commands about one setting is carried out first.
	const touched = new Set(touchedBy(first));
	if (touchedBy(second).some((path) => touched.has(path))) return null;
	const steps = [...stepsOf(first), ...stepsOf(second)];
	const rows = steps.flatMap(
		({ command: { spec } }) =>
			language.commands.find((each) => each.spec.word === spec.word)?.row ?? [],
	);
	if (rows.length < steps.length || rows.some((row) => isAlone(row, language)))
		return null;
	const [head, ...others] = steps.map(({ command, args }) =>
		callWordingOf(command, composeSlots(command, args)),
	);
	if (head === undefined) return null;
	const text = model.dialect.write({ keyword, code, ...head, more: others });
	const { limits = {} } = language.file;
	const fits =
		measure(text).parts === 1 &&
		text.length <= (limits.text ?? text.length) &&
		steps.length <= (limits.calls ?? steps.length);
	if (!fits || !isReadAs(model, text, [first.text, second.text])) return null;
	return {
		...second,
		command: first.command,
		args: first.args,
		inverse: first.inverse,
		text,
		more: steps.slice(1).map(({ command, args, inverse }) => ({
			command,
			args,
			inverse,
		})),
		covers: [...new Set([...first.covers, ...second.covers])],
		readings: [...new Set([...first.readings, ...second.readings])],
	};
}

/** The settings that a message says, or changes besides. */
function touchedBy({
	thing,
	covers,
	changes: made,
}: PlannedMessage): readonly string[] {
	return [
		...covers.map((member) => `${pathOfThing(thing)}.${member}`),
		...made.map(({ path }) => path),
	];
}

/** Whether a command stands alone in its message: it has a form of its own, takes something away, or gives a code. */
function isAlone(row: LanguageRow, { file: { roles } }: MessageLanguage) {
	const codes = roles.map(({ code }) => code);
	return (
		row.class !== "sets" ||
		row.word === undefined ||
		(row.does ?? []).some(
			(effect) =>
				("set" in effect &&
					Object.keys(effect.set).some((name) => codes.includes(name))) ||
				("clear" in effect &&
					effect.clear.some((name) => codes.includes(name))),
		)
	);
}

/** Whether a panel reads in a text what it reads in others one after the other. */
function isReadAs(
	model: Model,
	text: string,
	others: readonly string[],
): boolean {
	return (
		meaningOf(model, [text]) !== null &&
		meaningOf(model, [text]) === meaningOf(model, others)
	);
}

/** The commands of some texts with their arguments, to be compared; null where one cannot be read. */
function meaningOf(model: Model, texts: readonly string[]): string | null {
	const meant: unknown[] = [];
	for (const text of texts) {
		const message = model.dialect.read(text);
		if (message === null) return null;
		for (const call of callsOf(message)) {
			const { command, args, diagnostics } = interpretCall(model, call);
			if (diagnostics !== null) return null;
			meant.push(command.spec.word, args);
		}
	}
	return JSON.stringify(meant, (_, value) =>
		value === blank ? { blank: true } : value,
	);
}
