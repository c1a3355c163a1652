import { plainWordRows } from "../../panel/state/plain-words.ts";
import { mayDo } from "../../panel/state/remote-access.ts";
import type { Asking } from "./plain-command.ts";

/** How a failure ends: with the word that says how things are, to who may use it. */
export function checkFirst({ say, person }: Asking): string {
	const { right } = plainWordRows.STATUS;
	return right === null || mayDo(person, right)
		? say.checkFirst
		: say.checkThere;
}
