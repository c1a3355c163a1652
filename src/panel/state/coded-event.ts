/* What happens with a code that somebody types. */

import type { WantedMode } from "./fields/modes.ts";

/** A code and a key at the keypad. */
export interface Keypad {
	readonly type: "keypad";
	readonly code: string;
	readonly mode: WantedMode;
}

/** The house's own system wants a mode, over MQTT. */
export interface MqttMode {
	readonly type: "mqtt-mode";
	/** Null where none was given; arming takes none. */
	readonly code: string | null;
	readonly mode: WantedMode;
	/** Whether it arms in spite of faults; that takes a code. */
	readonly force: boolean;
}

/** A code and the remote switch at the keypad. */
export interface KeypadRemote {
	readonly type: "keypad-remote";
	readonly code: string;
	readonly on: boolean;
}
