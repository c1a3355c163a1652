import type { Model } from "../models/model.ts";
import { knownModel, models } from "../models/models.ts";
import { DEFAULT_PHONE } from "../network/default-numbers.ts";

/**
 * Holds callers without types to them.
 * @param what it is, in words
 * @throws TypeError for what is no text
 */
export function demandText(
	what: string,
	text: unknown,
): asserts text is string {
	if (typeof text !== "string")
		throw new TypeError(`${what}: a string, not ${kindOf(text)}`);
}

/**
 * Holds callers to the options that there are: one that is mistyped would be the
 * default without a word.
 * @param what takes them
 * @throws TypeError for what holds no options
 * @throws RangeError for an option that there is not
 */
export function demandOptions(
	what: string,
	options: unknown,
	known: readonly string[],
): void {
	demandObject(`${what}: options`, options);
	const stranger = Object.keys(options).find((key) => !known.includes(key));
	if (stranger !== undefined)
		throw new RangeError(
			`${what}: there is no option ${stranger}; there are ${known.join(", ")}`,
		);
}

/** @throws TypeError for what is no object, and for a list */
export function demandObject(
	what: string,
	value: unknown,
): asserts value is object {
	if (typeof value !== "object" || value === null || Array.isArray(value))
		throw new TypeError(`${what}: an object, not ${kindOf(value)}`);
}

/** @throws TypeError for what is no list of texts */
export function demandTexts(what: string, list: unknown): void {
	if (!Array.isArray(list))
		throw new TypeError(`${what}: a list, not ${kindOf(list)}`);
	for (const each of list) demandText(`${what}: each`, each);
}

/** @throws TypeError for what is neither true nor false */
export function demandChoice(what: string, choice: unknown): void {
	if (typeof choice !== "boolean")
		throw new TypeError(`${what}: true or false, not ${kindOf(choice)}`);
}

/**
 * The model of that name, else the default one.
 * @throws TypeError for what is no text, RangeError for a model that there is not
 */
export function demandModel(name: unknown = models[0].name): Model {
	demandText("model", name);
	return knownModel(name, (rule) => new RangeError(rule));
}

/**
 * The sender of a text that is handed to a panel.
 * @throws TypeError, RangeError for an option that there is not
 */
export function senderIn(
	text: unknown,
	options: { readonly from?: string },
): string {
	demandText("text", text);
	demandOptions("text", options, ["from"]);
	const { from = DEFAULT_PHONE } = options;
	demandText("text: from", from);
	return from;
}

function kindOf(value: unknown): string {
	if (value === null) return "null";
	return Array.isArray(value) ? "a list" : typeof value;
}

/** @throws TypeError for what is no number, RangeError for one that is not whole */
export function demandWhole(
	what: string,
	number: unknown,
	least: number,
): void {
	if (typeof number !== "number")
		throw new TypeError(`${what}: a number, not ${kindOf(number)}`);
	if (!Number.isSafeInteger(number) || number < least)
		throw new RangeError(`${what} ${number}: a whole number from ${least} on`);
}
