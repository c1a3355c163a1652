import { codeHeard, codeMissed, mqttShutUntil } from "../remote/guard.ts";
import type { EventOf } from "../state/event.ts";
import { type Outcome, refused } from "../state/outcome.ts";
import type { PanelState } from "../state/state.ts";
import { setMode } from "./arming.ts";
import { modeByCode, userWith } from "./codes.ts";

/**
 * The house's own system wants a mode. Disarming and forcing take a user's PIN;
 * the installer code is none here. Wrong PINs shut this way for a while, also for
 * right ones. A missing PIN is refused and not counted. Nothing is forced by
 * repetition.
 */
export function overMqtt(
	state: PanelState,
	{ code, mode, force, by }: EventOf["mqtt-mode"],
	now: number,
): Outcome {
	if (code === null) {
		if (mode === "disarm" || force)
			return refused(
				state,
				"mqtt/no-code",
				`mqtt: ${force ? "forcing" : "disarming"} takes a PIN`,
				"code",
			);
		return setMode(state, { mode, force, by }, now);
	}
	if (mqttShutUntil(state, now) !== null)
		return refused(
			state,
			"mqtt/shut",
			"mqtt: too many wrong codes, this way is shut for a while",
			null,
		);
	const user = userWith(state, code);
	if (user === null)
		return refused(
			codeMissed(state, "mqtt", by, now),
			"mqtt/wrong-code",
			"mqtt: no user has this code",
			"code",
		);
	const holder = { via: "mqtt", user } as const;
	const asked = { mode, force, by: holder };
	return modeByCode(codeHeard(state, "mqtt"), asked, now);
}
