import { asTyped, type Numbering } from "../../panel/state/phone-number.ts";
import {
	type Person,
	personOf,
	type RemoteAccess,
} from "../../panel/state/remote-access.ts";

/**
 * The person whose phone a text comes from, switched on or not; undefined for
 * nobody.
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
