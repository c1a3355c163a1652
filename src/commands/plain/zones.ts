import { oneSms } from "./one-sms.ts";
import { definePlain } from "./plain-command.ts";
import { leftOutZones, zoneName } from "./zone-names.ts";

export const zones = definePlain({
	word: "ZONES",
	help: "Name every zone and say which is open or left out; these come first.",
	source: "AndroidAPS SMS commands",
	synonyms: ["doors", "windows", "detectors", "sensors"],
	parameters: {},
	bare: true,
	example: {},
	reply({ say, state }) {
		const out = leftOutZones(state);
		const { open } = state.runtime;
		const told = state.zones.map(({ id }) => ({
			isOpen: open.includes(id),
			isOut: out.includes(id),
			name: zoneName(say, state, id),
		}));
		const first = told.filter(({ isOpen }) => isOpen);
		const second = told.filter(({ isOpen, isOut }) => isOut && !isOpen);
		const rest = told.filter(({ isOpen, isOut }) => !isOut && !isOpen);
		if (told.length === 0) return say.noZones;
		return oneSms(say, [
			{
				head: "",
				items: [...first, ...second, ...rest].map(({ name, isOpen, isOut }) =>
					[
						name,
						isOpen ? say.openZone : isOut ? "" : say.closedZone,
						isOut ? say.leftOutZone : "",
					]
						.filter((word) => word !== "")
						.join(" "),
				),
			},
		]);
	},
});
