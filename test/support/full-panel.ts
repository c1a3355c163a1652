/** A panel in which all users, zones and destinations are set. */
import type { Model } from "../../src/models/model.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { fresh } from "./texting.ts";

/** A panel on which every number means something: all users, zones, destinations. */
export function fullPanel(model: Model): PanelState {
	const state = fresh(model);
	return {
		...state,
		users: [
			...state.users,
			...[2, 3, 4, 5, 6, 7, 8, 9, 10, 95, 96, 97, 98].map((id) => ({
				id,
				name: `NAME${id}`,
				pin: String(id).padStart(4, "0"),
				latch: id % 2 === 0,
			})),
		],
		zones: Array.from({ length: 40 }, (_, at) => ({
			id: at + 1,
			rfId: String(at + 1).padStart(10, "0"),
			type: 1,
			attribute: "entry" as const,
			name: `Zone ${at + 1}`,
			bypass: "none" as const,
			flag: true,
			option: "07",
			entryDelay: 1 as const,
			crossZone: false,
		})),
		reporting: {
			...state.reporting,
			destinations: [1, 2, 3, 4, 5, 6, 7, 8].map((id) => ({
				id,
				url: `sms://+155502${id}`,
				group: 2,
				level: "alarm" as const,
				carrier: "SMS_TEXT",
			})),
		},
	};
}
