import { escaped } from "../../grammar/transcript/escapes.ts";
import {
	type Conversation,
	type ExpectedReplies,
	type Step,
	timeText,
} from "./conversation.ts";

/** A conversation as a transcript that reads back as the same. */
export function writeTranscript(conversation: Conversation): string {
	const { id, model, config, seed, source, tags, steps } = conversation;
	return [
		`id ${escaped(id)}`,
		...(model === null ? [] : [`model ${escaped(model)}`]),
		...(config === null ? [] : [`config ${escaped(config)}`]),
		...(seed === null ? [] : [`seed ${seed}`]),
		...(source === null ? [] : [`source ${escaped(source)}`]),
		...(tags.length === 0 ? [] : [`tags ${tags.join(" ")}`]),
		...steps.flatMap(stepLines),
	]
		.map((line) => `${line}\n`)
		.join("");
}

/** The lines of a step: its own, then its replies. */
export function stepLines(step: Step): readonly string[] {
	switch (step.type) {
		case "sms":
			return [
				marked(">", step.from, escaped(step.text)),
				...replyLines(step.replies),
			];
		case "wait":
			return [`@ +${timeText(step)}`, ...replyLines(step.replies)];
		case "at":
			return [`@ ${timeText(step)}`, ...replyLines(step.replies)];
		case "event":
			return [`! ${escaped(step.text)}`, ...replyLines(step.replies)];
		case "claim":
			return [`? ${pathText(step.path)} ${valueText(step.value)}`];
		case "channel":
			return [`channel ${escaped(step.rule)}`];
		case "comment":
			return [step.text === "" ? "#" : `# ${escaped(step.text)}`];
	}
}

/** One line for each expected reply; a bare `<` for silence. */
export function replyLines(replies: ExpectedReplies): readonly string[] {
	if (replies === null) return [];
	if (replies.length === 0) return ["<"];
	return replies.map(({ to, pattern }) => marked("<", to, pattern));
}

/** A value of the state as a claim writes it: without quotes where that is clear. */
export function valueText(value: unknown): string {
	return typeof value === "string" &&
		/^[A-Za-z][A-Za-z0-9_.+-]*$/.test(value) &&
		!["true", "false", "null", "Infinity", "NaN"].includes(value)
		? value
		: JSON.stringify(value);
}

function marked(mark: string, address: string | null, text: string): string {
	const head = address === null ? mark : `${mark}${addressText(address)}`;
	return text === "" ? head : `${head} ${text}`;
}

function addressText(address: string): string {
	if (address === "") return "-";
	if (address === "-") return "\\-";
	return escaped(address).replaceAll(" ", "\\u{20}").replaceAll("\t", "\\u{9}");
}

function pathText(path: string): string {
	return escaped(path).replaceAll(" ", "\\u{20}").replaceAll("\t", "\\u{9}");
}
