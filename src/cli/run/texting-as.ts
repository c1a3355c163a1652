import { asTyped } from "../../panel/state/phone-number.ts";
import {
	type RemoteAccess,
	sameName,
} from "../../panel/state/remote-access.ts";

/** Whose phone `/as` takes: the first number of a person, or a number as typed. */
export function textingAs(
	{ people }: Pick<RemoteAccess, "people">,
	who: string,
): string {
	const namesake = people.find(({ name }) => sameName(name, who));
	return namesake?.numbers[0] ?? asTyped.normal(who);
}
