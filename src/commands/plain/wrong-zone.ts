import { oneSms } from "./one-sms.ts";
import type { Asking } from "./plain-command.ts";
import { namesOf } from "./zone-names.ts";

/** That there is no such zone, and which there are. */
export function wrongZone({ say, state }: Asking): string {
	const ids = state.zones.map(({ id }) => id);
	return oneSms(say, [
		say.wrongZone,
		ids.length === 0 ? say.noZones : namesOf(say, state, say.heads.zones, ids),
	]);
}
