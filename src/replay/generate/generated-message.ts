import type { Wording } from "../../../grammar/message/message.ts";
import type { BoundCommand, Slot } from "../../derive/bound-command.ts";
import { callWordingOf, composeSlots } from "../../derive/compose.ts";
import { credentialsOf } from "../../firmware/answer/authorise.ts";
import type { Model } from "../../models/model.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { Random } from "../../time/seeded-random.ts";
import { generatedText, integerTo, oneIn, oneOf } from "./generated-text.ts";

/**
 * A message that the declarations allow, with the credentials that the panel
 * has now: any command of the model, its slots given or left blank or left off
 * as they may be. The panel may still refuse it: a user may not be there.
 */
export function validMessage(
	model: Model,
	state: PanelState,
	command: BoundCommand,
	random: Random,
): string {
	return model.dialect.write(parts(model, state, command, random));
}

/**
 * A message with one of the slips that people make, or none at all. A slip may
 * leave something that the panel still takes: who wants a bad one tries it.
 */
export function spoiltMessage(
	model: Model,
	state: PanelState,
	command: BoundCommand,
	random: Random,
): string {
	const right = parts(model, state, command, random);
	return oneOf(random, slips)(model, right, random);
}

function parts(
	model: Model,
	state: PanelState,
	command: BoundCommand,
	random: Random,
): Wording {
	return {
		...credentialsOf(model, state, command),
		...callWordingOf(command, generatedSlots(command, random)),
	};
}

function generatedSlots(
	command: BoundCommand,
	random: Random,
): readonly string[] {
	const { slots } = command;
	if (slots.length === 0) return composeSlots(command, {});
	const least = 1 + slots.findLastIndex(isRequired);
	const count = least + integerTo(random, slots.length - least);
	const { hasBlanks } = command.dialect;
	return slots.slice(0, count).map((slot) => slotText(slot, hasBlanks, random));
}

function slotText(
	{ parameter, kind }: Slot,
	hasBlanks: boolean,
	random: Random,
): string {
	if (parameter.role === "constant") return parameter.text;
	if (parameter.role === "unused" || kind === null) return "";
	const mayBeBlank = hasBlanks && parameter.policy !== "required";
	return mayBeBlank && oneIn(random, 4) ? "" : generatedText(kind, random);
}

function isRequired({ parameter }: Slot): boolean {
	return parameter.role === "field"
		? parameter.policy === "required"
		: parameter.role === "constant" && parameter.due === true;
}

type Slip = (model: Model, right: Wording, random: Random) => string;

const written =
	(change: (right: Wording, random: Random) => Partial<Wording>): Slip =>
	({ dialect }, right, random) =>
		dialect.write({ ...right, ...change(right, random) });

const changedSlot = (change: (text: string) => string) =>
	written(({ slots }, random) => {
		const nth = integerTo(random, Math.max(0, slots.length - 1));
		return {
			slots: slots.map((text, at) => (at === nth ? change(text) : text)),
		};
	});

const slips: readonly Slip[] = [
	// One digit or letter too many, a blank where something is due, a number too big.
	changedSlot((text) => `${text}0${text}`),
	changedSlot((text) => (text === "" ? "?" : "")),
	changedSlot(() => "99999"),
	written(({ slots }) => ({ slots: [...slots, "1", "2", "3", "4"] })),
	written(({ word }) => ({ word: `${word.slice(0, -1)}Q` })),
	written(({ word }) => ({ word: word.slice(0, -1) })),
	written(({ code }, random) => ({
		code: String(
			(Number(code) + 1 + integerTo(random, 8998)) % 10_000,
		).padStart(4, "0"),
	})),
	written(({ keyword }) => ({ keyword: `${keyword}S` })),
	({ dialect }, right) => dialect.write(right).toLowerCase(),
	({ dialect }, right) => dialect.write(right).replace(":", ";"),
	({ dialect }, right) => dialect.write(right).replaceAll(" ", ""),
	({ dialect }, right) => dialect.write(right).replaceAll(",", "."),
	(_, __, random) => oneOf(random, CHAT),
];

/** What else comes to a panel's number. No panel understands it. */
const CHAT = [
	"are you home?",
	"Your parcel will arrive tomorrow between 9 and 12",
	"STOP",
	"Hi, I left the key with the neighbours :)",
	"Balance: 12.40 EUR",
	"Größe 42 ist da, Abholung bis Samstag",
];
