/** Texts of each kind, and a panel whose answers take two SMS. */
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { fresh } from "./texting.ts";

export const ANN = "+15550101";
export const BOB = "+15550102";

/** A panel whose answers to PIN? and DEV? take two SMS each. */
export function panelWithLongAnswers(): PanelState {
	const state = fresh(vst2752);
	const pins = ["1111", "2222", "3333", "4444"];
	const common = { rfId: "", type: 1, attribute: "burglar" } as const;
	return {
		...state,
		users: pins.map((pin, index) => ({
			id: index + 1,
			name: longName,
			pin,
			latch: true,
		})),
		zones: [1, 2, 3, 4, 5].map((id) => ({
			...common,
			id,
			name: longName,
			bypass: "none",
			flag: false,
			option: "00",
			entryDelay: 1,
			crossZone: false,
		})),
	};
}

/** Twenty characters that take two septets each. */
const longName = "€".repeat(20);

/** A text of each kind; `count` makes it differ from others of its kind. */
export const sampleTexts = {
	order: (count) => `PROG 7982 USRS:2,2222,name ${count}`,
	test: () => "PROG 7982 ECHO:",
	refused: (count) => `PROG 7982 USRS:2,12345,name ${count}`,
	unknown: () => "PROG 7982 NOPE:1",
	users: () => "PROG 7982 PIN?",
	devices: () => "PROG 7982 DEV?:1",
	stranger: (count) => `PROG 1234 USRS:2,2222,nobody ${count}`,
	chat: (count) => `Hello, are you there? ${count}`,
	// Surplus commas are let pass: it takes two SMS.
	long: (count) => `PROG 7982 USRS:2,2222,long ${count}${",".repeat(170)}`,
} satisfies Record<string, (count: number) => string>;

export type SampleText = keyof typeof sampleTexts;

/** Who says what, in this order. */
export const sampleConversation: readonly (readonly [
	from: string,
	kind: SampleText,
])[] = [
	[ANN, "order"],
	[BOB, "users"],
	[ANN, "chat"],
	[BOB, "refused"],
	[ANN, "long"],
	[BOB, "stranger"],
	[ANN, "devices"],
	[BOB, "unknown"],
	[ANN, "test"],
	[BOB, "order"],
];
