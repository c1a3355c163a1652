import type { Model } from "../../models/model.ts";
import { factoryState } from "../../panel/state/state.ts";
import type { Access } from "../../plan/access.ts";
import type { Beginning } from "../../plan/make-plan.ts";
import { InputError } from "../line/exit-code.ts";
import type { FoundPanel } from "./found-panel.ts";

/** What a plan starts from, before it is known for which model. */
export interface From {
	/** As the command line has it, for people: `factory`, `unknown`, a file. */
	readonly name: string;
	/** Of the panel's file or snapshot; null where none was named. */
	readonly found: FoundPanel | null;
}

/**
 * @param from `factory`, `unknown`, or the name of a panel's file or of a snapshot
 * @throws InputError, ConfigFileError
 */
export async function readFrom(from: string): Promise<From> {
	if (from === "factory" || from === "unknown")
		return { name: from, found: null };
	// A file's schema takes longer to load than a plan takes to make.
	const { readFound } = await import("./found-panel.ts");
	return { name: from, found: await readFound(from) };
}

/**
 * What a panel of a model has before.
 * @param access what lets messages in where nothing is known of the panel
 * @throws InputError where the file is of another model
 */
export function beginningOf(
	{ name, found }: From,
	model: Model,
	access: Access,
): Beginning {
	if (found !== null) {
		if (found.model !== model)
			throw new InputError(
				`${name} is of a ${found.model.name}, and the site of a ${model.name}`,
			);
		return { state: found.state };
	}
	return name === "factory"
		? { state: factoryState(model.name, model.sections) }
		: { state: null, access };
}
