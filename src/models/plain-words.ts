import { plain } from "../../grammar/plain/dialect.ts";
import type { PlainCommand } from "../commands/plain/plain-command.ts";
import { plainCommands } from "../commands/plain/words.ts";
import { type BoundCommand, boundCommand } from "../derive/bound-command.ts";
import type { PlainWord } from "../panel/state/remote-access.ts";
import type { Model } from "./model.ts";

/** The plain words as one model has them: all the same, but for its limits. */
export type PlainWords = ReadonlyMap<PlainWord, BoundCommand<PlainCommand>>;

const known = new WeakMap<Model, PlainWords>();

/** Bound when first asked for: most panels know nobody who would text them. */
export function plainWordsOf(model: Model): PlainWords {
	const there = known.get(model);
	if (there !== undefined) return there;
	const words: PlainWords = new Map(
		plainCommands.map((command) => [
			command.word,
			boundCommand(command, "extension", model.limits, plain),
		]),
	);
	known.set(model, words);
	return words;
}
