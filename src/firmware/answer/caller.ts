import { asTyped, type Numbering } from "../../panel/state/phone-number.ts";
import {
	type Person,
	personOf,
	type RemoteAccess,
} from "../../panel/state/remote-access.ts";

/**
 * Whose phone a text comes from, whether that person is let in or not;
 * undefined is nobody's. Somebody who chooses a name that looks like a number
 * is not whose number that is.
 */
export function callerOf(
	remote: RemoteAccess,
	{ from, named = false }: { readonly from: string; readonly named?: boolean },
	numbering: Numbering = asTyped,
): Person | undefined {
	return named && /^\s*\+?[0-9]/.test(from)
		? undefined
		: personOf(remote, from, numbering);
}
