import type { Diagnostic } from "../../grammar/message/diagnostic.ts";
import type { Message } from "../../grammar/message/message.ts";
import { plain } from "../../grammar/plain/dialect.ts";
import { explain as explainScript } from "../../grammar/script/explain.ts";
import { isScriptCall, read as readScript } from "../../grammar/script/read.ts";
import type { Command } from "../commands/define.ts";
import { bind, type SlotReading, slotReadings } from "../derive/bind.ts";
import type { BoundCommand } from "../derive/bound-command.ts";
import { interpret } from "../firmware/answer/interpret.ts";
import { type PlainText, plainTextOf } from "../firmware/answer/plain-text.ts";
import { whyIgnored } from "../firmware/answer/silence-reasons.ts";
import { respond } from "../firmware/respond.ts";
import type { Model } from "../models/model.ts";
import { mayDo } from "../panel/state/remote-access.ts";
import type { PanelState } from "../panel/state/state.ts";
import { type Measure, measure } from "../sms/segments.ts";
import type { Subject } from "./subject.ts";

/** What the panel would do with a message; nothing is sent. */
export interface CheckReport {
	readonly model: Model;
	readonly text: string;
	readonly ok: boolean;
	/** Whether users, PINs and credentials of a panel were judged as well. */
	readonly judged: boolean;
	readonly message: Message | null;
	readonly command: BoundCommand<Command> | null;
	readonly parameters: readonly SlotReading[];
	readonly sms: Measure;
	readonly diagnostics: readonly Diagnostic[];
}

/** Judges a text by the subject. Nothing is changed, whatever the text. */
export function checkMessage(
	{ model, state, file }: Subject,
	text: string,
	strict: boolean,
	as: string | null = null,
): CheckReport {
	const installers = model.dialect.read(text);
	const shaped = installers === null ? null : interpret(model, installers);
	const said = shaped?.command == null ? plainly(model, state, text) : null;
	const message = said?.message ?? installers;
	const shape =
		said === null ? shaped : { ...bind(said.command, said.message), ...said };
	const command = shape?.command ?? null;
	const diagnostics = [
		...faults(),
		...(strict && command !== null ? notPrinted(command, message) : []),
	];
	return {
		model,
		text,
		ok: diagnostics.length === 0,
		judged: file !== null,
		message,
		command,
		parameters:
			message === null || command === null
				? []
				: slotReadings(command, message),
		sms: measure(text),
		diagnostics,
	};

	function faults(): readonly Diagnostic[] {
		if (isScriptCall(text))
			return readScript(text) === null ? [explainScript(text)] : [];
		if (message === null) return [model.dialect.explain(text)];
		// The sender's rights are judged only if a sender is named.
		if (file === null || (said !== null && as === null))
			return shape?.diagnostics ?? [];
		// A dry run: the new state is thrown away. The instant is the earliest there
		// is, so that no deadline falls due.
		const subscriber = { model, number: "" };
		const instant = Number.NEGATIVE_INFINITY;
		const from = as ?? whoMayProgram(state);
		const { verdict } = respond(subscriber, state, { from, text }, instant);
		if (verdict.type === "silence")
			return [whyIgnored(subscriber, { from, text }, verdict)];
		return verdict.type === "error" ? verdict.diagnostics : [];
	}
}

/** The text as plain words; null where it begins with none. */
function plainly(
	model: Model,
	{ remote }: PanelState,
	text: string,
): PlainText | null {
	const message = plain.read(text);
	return message && plainTextOf(model, remote.aliases, message);
}

/** A sender who may program, so that only the text is judged. */
function whoMayProgram({ remote }: PanelState): string {
	const person = remote.people.find((each) => mayDo(each, "program"));
	return person?.numbers[0] ?? "";
}

/** Under --strict a command must be printed for the model or for its family. */
function notPrinted(
	{ spec, provenance }: BoundCommand,
	message: Message | null,
): readonly Diagnostic[] {
	if (provenance === "manual" || provenance === "family" || message === null)
		return [];
	const { start, end } = message.word;
	return [
		{
			code: "message/not-printed",
			message: `${spec.word}: ${provenance}, printed in no manual of this maker`,
			hint: null,
			start,
			end,
			parameter: null,
		},
	];
}
