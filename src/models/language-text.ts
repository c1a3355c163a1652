import { placedFaults } from "../derive/config-faults.ts";
import { jsonFault } from "../store/json/json-fault.ts";
import { jsonPlace } from "../store/json/json-place.ts";
import { repeatedKey } from "../store/json/repeated-keys.ts";
import { type TextPlace, textPlace } from "../store/json/text-place.ts";
import {
	type LanguageFile,
	languageFileSchema,
} from "./language/language-file.ts";
import { languageFaults } from "./language-faults.ts";

/** Most characters of a file; ours have some 20,000. */
const MOST = 500_000;

/** What is wrong with the text of a file, and where. */
export interface LanguageTextFault {
	/** Counted from 1. */
	readonly line: number;
	readonly column: number;
	/** `commands.3.index.kind`; "" for the whole. */
	readonly path: string;
	readonly rule: string;
}

/** A file that can be used, or every fault of one that cannot. */
export type LanguageText =
	| { readonly file: LanguageFile; readonly faults: null }
	| { readonly file: null; readonly faults: readonly LanguageTextFault[] };

/** Reads the text of a language's file. Total: whatever the text, it throws nothing. */
export function readLanguageText(text: string): LanguageText {
	if (text.length > MOST)
		return wrong(text, [
			{ path: [], rule: `at most ${MOST} characters, this has ${text.length}` },
		]);
	const json = text.replace(/^\ufeff/, "");
	const fault = jsonFault(json);
	if (fault !== null) {
		const { line, column, rule } = fault;
		return faulty([{ line, column, path: "", rule: `no JSON: ${rule}` }]);
	}
	const content: unknown = JSON.parse(json);
	const deep = deepest(text);
	if (deep > 30)
		return wrong(text, [
			{ path: [], rule: `at most 30 deep, this is ${deep}` },
		]);
	const again = repeatedKey(json, content);
	if (again !== null)
		return faulty([
			{
				...textPlace(json, again.start),
				path: again.path.join("."),
				rule: "this key stands there twice",
			},
		]);
	const parsed = languageFileSchema.safeParse(content);
	if (!parsed.success)
		return wrong(
			text,
			placedFaults(languageFileSchema, parsed.error, content).map(
				({ place, rule }) => ({ path: place, rule }),
			),
		);
	const faults = languageFaults(parsed.data);
	return faults.length === 0
		? { file: parsed.data, faults: null }
		: wrong(text, faults);
}

function wrong(
	text: string,
	faults: readonly {
		readonly path: readonly PropertyKey[];
		readonly rule: string;
	}[],
): LanguageText {
	return faulty(
		faults.map(({ path, rule }) => ({
			...placeIn(text, path),
			path: path.map(String).join("."),
			rule,
		})),
	);
}

function faulty(faults: readonly LanguageTextFault[]): LanguageText {
	return { file: null, faults };
}

/** Where a value begins, or the nearest one around it; for the whole, the beginning. */
export function placeIn(text: string, path: readonly PropertyKey[]): TextPlace {
	if (path.length === 0) return { line: 1, column: 1 };
	return textPlace(
		text,
		jsonPlace(text, path)?.value.start ?? text.search(/\S/),
	);
}

/** How many brackets are open at once at most, wherever they stand. */
function deepest(text: string): number {
	let open = 0;
	let most = 0;
	for (const { 0: sign } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/gs)) {
		if (sign === "{" || sign === "[") open += 1;
		else if (sign === "}" || sign === "]") open -= 1;
		most = Math.max(most, open);
	}
	return most;
}
