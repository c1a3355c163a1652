import { asTyped } from "../../panel/state/phone-number.ts";
import {
	type RemoteAccess,
	sameName,
} from "../../panel/state/remote-access.ts";

/** The number that `/as` takes: the first one of a person of that name, else as typed. */
export function textingAs(
	{ people }: Pick<RemoteAccess, "people">,
	who: string,
): string {
	const namesake = people.find(({ name }) => sameName(name, who));
	return namesake?.numbers[0] ?? asTyped.normal(who);
}
