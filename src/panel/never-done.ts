import { neverSetCredentials } from "./programming/credentials.ts";
import { neverSetOptions } from "./programming/options.ts";
import { neverStored } from "./programming/settings.ts";
import { neverDeleteUser, neverSetUser } from "./programming/users.ts";
import type { Happening } from "./state/event.ts";
import type { Refusal } from "./state/outcome.ts";

/**
 * The rule that is against an event on every panel, whatever its state; null where
 * it hangs on the state. `transition` goes by the same rules. Pure and total.
 *
 * @param installerCode the panel's, where that is known; else null
 */
export function neverDone(
	event: Happening,
	installerCode: string | null,
): Refusal | null {
	switch (event.type) {
		case "set-user":
			return neverSetUser(event, installerCode);
		case "delete-user":
			return neverDeleteUser(event.user);
		case "set-credentials":
			return neverSetCredentials(event);
		case "set-options":
			return neverSetOptions(event.options);
		case "store":
			return neverStored(event);
		default:
			return null;
	}
}
