import { existsSync } from "node:fs";
import { nearestName } from "../../derive/nearest-name.ts";
import { credentialsOf } from "../../firmware/answer/authorise.ts";
import type { Model } from "../../models/model.ts";
import { factoryState } from "../../panel/state/state.ts";
import type { Beginning } from "../../plan/make-plan.ts";
import { sameSecret } from "../../same-secret.ts";
import { InputError, UsageError } from "../line/exit-code.ts";
import type { FoundPanel } from "./found-panel.ts";
import { givenAccess, type SaidAccess } from "./given-access.ts";

/** What a plan starts from, before it is known for which model. */
export interface From {
	/** As the command line has it, for people: `factory`, `unknown`, a file. */
	readonly name: string;
	/** Of the panel's file or snapshot; null where none was named. */
	readonly found: FoundPanel | null;
}

/** What is no file. */
const beginnings: readonly string[] = ["factory", "unknown"];

/**
 * @param from `factory`, `unknown`, or the name of a panel's file or of a snapshot
 * @throws InputError, ConfigFileError
 */
export async function readFrom(from: string): Promise<From> {
	if (beginnings.includes(from)) return { name: from, found: null };
	const near = existsSync(from) ? null : nearestName(from, beginnings);
	if (near !== null)
		throw new InputError(`--from: there is no ${from}; did you mean ${near}?`);
	// A file's schema takes longer to load than a plan takes to make.
	const { readFound } = await import("./found-panel.ts");
	return { name: from, found: await readFound(from) };
}

/**
 * What a panel of a model has before.
 * @param said what lets messages in, where somebody says so: needed where nothing is
 *   known of the panel
 * @param secret finds what stands for `${NAME}` in it
 * @throws InputError where the file is of another model, UsageError where it says
 *   otherwise of what lets messages in
 */
export function beginningOf(
	{ name, found }: From,
	model: Model,
	said: SaidAccess,
	secret: (name: string) => string | undefined,
): Beginning {
	if (found !== null && found.model !== model)
		throw new InputError(
			`${name} is of a ${found.model.name}, and the site of a ${model.name}`,
		);
	const access = givenAccess(model, said, secret);
	if (found === null && name !== "factory") return { state: null, access };
	const state = found?.state ?? factoryState(model.name, model.sections);
	const own = credentialsOf(model, state);
	for (const [which, what] of whatLetsIn)
		if (said[which] && !sameSecret(access[which], own[which]))
			throw new UsageError(
				`${which}: ${name} has another ${what}; leave it out, or start from unknown`,
			);
	return { state };
}

const whatLetsIn = [
	["keyword", "P-Word"],
	["code", "code"],
] as const;
