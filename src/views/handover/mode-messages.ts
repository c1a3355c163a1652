import { callWordingOf, composeSlots } from "../../derive/compose.ts";
import { credentialsOf } from "../../firmware/answer/authorise.ts";
import type { LanguageRow } from "../../models/language/language-file.ts";
import type { Model, ModelCommand } from "../../models/model.ts";
import { factoryState } from "../../panel/state/state.ts";
import type { Arguments } from "../../parameters/command-spec.ts";
import { isAttested } from "../words/verdict.ts";

/** What a message does to the mode; `asked` only asks for it. */
export type MessagedMode = (typeof modes)[number];

const modes = [
	"away",
	"home-1",
	"home-2",
	"home-3",
	"disarm",
	"asked",
] as const;

/** A part of a message: text as it is sent, or the place of a credential. */
export type MessagePiece =
	| { readonly is: "text"; readonly text: string }
	| { readonly is: "keyword" | "code" };

/** A message that arms, disarms or asks, without its credentials. */
export interface ModeMessage {
	readonly mode: MessagedMode;
	readonly pieces: readonly MessagePiece[];
}

/**
 * How a real panel is armed and disarmed by SMS: messages that its manual prints, or
 * that of a sister. None for a model that has no such message.
 */
export function modeMessages(model: Model): readonly ModeMessage[] {
	const printed = [...model.commands.values()].filter(({ provenance }) =>
		isAttested(provenance),
	);
	return modes.flatMap((mode) => {
		for (const command of printed) {
			const args = argumentsFor(model, command, mode);
			if (args !== null)
				return [{ mode, pieces: piecesOf(model, command, args) }];
		}
		return [];
	});
}

/** What a command is told to do just this; null for one that cannot. */
function argumentsFor(
	model: Model,
	command: ModelCommand,
	mode: MessagedMode,
): Arguments | null {
	const { spec, slots } = command;
	const row = model.language?.commands.find(
		(each) => each.spec.word === spec.word,
	)?.row;
	if (row !== undefined) return doesIt(row, mode) ? row.example : null;
	if (mode === "asked")
		return spec.toEvent === undefined && spec.synonyms.includes("mode")
			? {}
			: null;
	// That the letters H2 and H3 do this is our reading. (CR18, MZ30)
	if (mode === "home-2" || mode === "home-3") return null;
	const [slot] = slots;
	const values =
		slot?.kind?.shape.type === "choice" ? slot.kind.shape.options : [];
	if (slots.length !== 1 || !values.some(({ value }) => value === mode))
		return null;
	const args = { [slot?.name ?? ""]: mode };
	const event = spec.toEvent?.(args);
	return event?.type === "set-mode" && event.mode === mode ? args : null;
}

function doesIt(
	{ does = [], reply, class: kind }: LanguageRow,
	mode: MessagedMode,
) {
	if (mode === "asked")
		return kind === "asks" && reply?.done?.includes("{mode}") === true;
	const [effect] = does;
	return (
		does.length === 1 &&
		effect !== undefined &&
		"mode" in effect &&
		effect.mode === mode
	);
}

/** Stand for credentials while a message is written; no message can hold them. */
const KEYWORD = "\uE000";
const CODE = "\uE001";

function piecesOf(
	model: Model,
	command: ModelCommand,
	args: Arguments,
): readonly MessagePiece[] {
	const factory = credentialsOf(
		model,
		factoryState(model.name, model.sections),
		command,
	);
	// Another maker's keyword says who speaks and is no secret.
	const isSecret = model.language === null && factory.keyword !== "";
	const text = model.dialect.write({
		keyword: isSecret ? KEYWORD : factory.keyword,
		code: factory.code === "" ? "" : CODE,
		...callWordingOf(command, composeSlots(command, args)),
	});
	return text
		.split(/([\uE000\uE001])/)
		.filter((piece) => piece !== "")
		.map((piece): MessagePiece => {
			if (piece === KEYWORD) return { is: "keyword" };
			return piece === CODE ? { is: "code" } : { is: "text", text: piece };
		});
}
