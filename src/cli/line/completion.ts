import { modelNames } from "../../models/models.ts";
import { everyNotice } from "../../panel/state/remote-access.ts";
import { profiles } from "../../profiles/profiles.ts";
import { chosenSubject } from "./chosen-subject.ts";

/** What can stand behind an option, besides the choices that yargs knows. */
const optionValues: { readonly [option: string]: readonly string[] } = {
	"--model": modelNames,
	"--profile": profiles.map(({ name }) => name),
	"--can": ["arm", "disarm", "bypass", "status", "program", "script"],
	"--notices": [...everyNotice, "none"],
	"--reporter": ["pretty", "tap", "junit", "json", "github", "html"],
	"-r": ["pretty", "tap", "junit", "json", "github", "html"],
};

/** Verbs whose first word is a command word of the panel's model. */
const takesWord: readonly string[] = ["compose", "commands"];

/** What can be completed to. */
export interface Completable {
	readonly verbs: readonly string[];
	/** Names of the words behind the verb, in their order. */
	readonly positionals: readonly string[];
	/** Names of options, their short forms and positionals among them. */
	readonly options: readonly string[];
	/** What an option or a positional may be, by name. */
	readonly choices: Readonly<Record<string, readonly unknown[]>>;
}

/**
 * What a shell offers for the word that is being typed.
 * @param typed the words on the line behind `alarmpanel`, the last one being typed
 */
export async function completed(
	typed: readonly string[],
	{ verbs, positionals, options, choices }: Completable,
): Promise<readonly string[]> {
	const current = typed.at(-1) ?? "";
	const begun = (words: readonly unknown[]) =>
		words
			.map(String)
			.filter((word) => word.toLowerCase().startsWith(current.toLowerCase()));

	const before = typed.at(-2) ?? "";
	const values =
		optionValues[before] ??
		(before.startsWith("--") ? choices[before.slice(2)] : undefined);
	if (values !== undefined) return begun(values);
	// A short form, or every option where nothing is typed, would have the shell
	// type what all have in common: a lone dash.
	if (current.startsWith("-"))
		return begun(
			options
				.filter((name) => name.length > 1 && !positionals.includes(name))
				.map((name) => `--${name}`),
		);
	if (typed.length < 2) return begun(verbs);
	if (typed.length > 2) return [];
	const [verb = ""] = typed;
	if (takesWord.includes(verb)) return begun(await wordsHere());
	return begun(choices[positionals[0] ?? ""] ?? []);
}

/** Command words of the panel in this folder, else of the default model. */
async function wordsHere(): Promise<readonly string[]> {
	try {
		const { model } = await chosenSubject(undefined, undefined);
		return [...model.commands.keys()];
	} catch {
		return [];
	}
}
