import { find } from "../../panel/state/numbered.ts";
import { personOf } from "../../panel/state/remote-access.ts";
import type { Asking } from "./plain-command.ts";

/**
 * Who did what the log says, by name where the panel knows one.
 *
 * @param by as the log keeps it: `sms +33612345678`, `keypad user 2`, `clock`
 * @returns "" where the panel did it by itself
 */
export function doer({ say, state }: Asking, by: string): string {
	const [via = "", ...rest] = by.split(" ");
	const whose = rest.join(" ");
	if (via === "keypad" || via === "mqtt") {
		const [, id] = /^user (\d+)$/.exec(whose) ?? [];
		return (
			find(state.users, Number(id))?.name ||
			(via === "mqtt" ? "MQTT" : say.keypad)
		);
	}
	// The clock names whoever had asked it to arm.
	if (via === "sms" || via === "clock")
		return personOf(state.remote, whose)?.name || whose;
	return "";
}
