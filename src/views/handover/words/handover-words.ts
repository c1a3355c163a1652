import type { WantedMode } from "../../../panel/state/fields/modes.ts";
import type { HowKnown } from "../../../plan/how-known.ts";
import type { ObstacleCode } from "../../../plan/messages/obstacle.ts";
import type { MessagedMode } from "../mode-messages.ts";

/** How a device is set off to see that it works. */
export type WalkTestAct =
	| "open"
	| "walk"
	| "test-button"
	| "wet"
	| "press"
	| "any";

/** What the papers of a hand-over say, in one language. */
export interface HandoverWords {
	readonly titles: { readonly customer: string; readonly installer: string };
	readonly panel: string;
	readonly phoneNumber: string;
	readonly site: string;
	readonly printed: string;
	readonly zones: string;
	readonly zone: string;
	readonly name: string;
	readonly modes: { readonly [M in WantedMode]: string };
	readonly noZones: string;
	readonly reactions: {
		readonly none: string;
		readonly entry: string;
		readonly wait: string;
		readonly chime: string;
		readonly note: string;
		readonly "set-unset": string;
	};
	readonly alarm: (kind: string) => string;
	readonly keypad: {
		readonly title: string;
		readonly leave: readonly string[];
		/** @param seconds null where the site does not say them */
		readonly exit: (seconds: number | null) => string;
		readonly home: string;
		readonly comeBack: string;
		readonly entry: (seconds: number | null) => string;
		/** The manual says what the keys are called. */
		readonly keys: string;
	};
	readonly sms: {
		readonly title: string;
		readonly to: (number: string | null) => string;
		readonly does: { readonly [M in MessagedMode]: string };
		readonly keyword: string;
		readonly codes: {
			readonly "installer-code": string;
			readonly "user-pin": string;
			readonly "access-code": string;
			readonly "language-code": string;
		};
		readonly fillIn: string;
		readonly installerCode: string;
		readonly silence: string;
		readonly none: string;
	};
	readonly users: string;
	readonly usersNote: string;
	readonly noUsers: string;
	readonly told: {
		readonly title: string;
		readonly text: string;
		readonly receiver: string;
		readonly levels: { readonly [level: string]: string };
		readonly none: string;
	};
	readonly walkTest: {
		readonly title: string;
		readonly before: string;
		readonly act: string;
		readonly acts: { readonly [A in WalkTestAct]: string };
		readonly reacted: string;
		readonly remark: string;
	};
	readonly devices: {
		readonly title: string;
		readonly type: string;
		readonly rfId: string;
		readonly attribute: string;
		readonly types: { readonly [type: string]: string };
	};
	readonly settings: {
		readonly title: string;
		readonly path: string;
		readonly value: string;
		readonly known: string;
		readonly how: { readonly [H in HowKnown]: string };
		readonly legend: string;
		readonly absent: string;
		readonly none: string;
	};
	readonly byHand: {
		readonly title: string;
		readonly why: { readonly [C in ObstacleCode]: string };
		readonly done: string;
	};
	readonly tests: {
		readonly title: string;
		readonly test: string;
		readonly result: string;
		readonly date: string;
		readonly mains: string;
		readonly siren: string;
		readonly code: (user: string) => string;
		readonly report: (to: string) => string;
		readonly message: (does: string) => string;
	};
	readonly signatures: {
		readonly title: string;
		readonly installer: string;
		readonly customer: string;
		readonly name: string;
		readonly date: string;
		readonly signature: string;
	};
	readonly foot: { readonly customer: string; readonly installer: string };
}
