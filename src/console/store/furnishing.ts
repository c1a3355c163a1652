import type { CommandEntry } from "../message/message-desk.ts";

/** A house to try a panel with: names as SMS carry them, attributes as DEED numbers them. */
const devices = [
	{ zone: 1, name: "Front door", attribute: "02" },
	{ zone: 2, name: "Window", attribute: "00" },
	{ zone: 3, name: "Hall", attribute: "01" },
	{ zone: 4, name: "Smoke", attribute: "10" },
	{ zone: 5, name: "Cellar water", attribute: "12" },
	{ zone: 6, name: "Panic button", attribute: "14" },
] as const;

/**
 * The texts that add the devices of a house to a panel with its factory
 * credentials; none where no message of the model adds a device to a zone.
 */
export function furnishing(
	commands: readonly CommandEntry[],
): readonly string[] {
	const add = commands.find(({ word }) => word === "DEAN");
	const edit = commands.find(({ word }) => word === "DEED");
	if (add === undefined || edit === undefined) return [];
	// The head of the example is that of a panel fresh from the factory.
	const head = add.example.slice(0, add.example.indexOf(add.word));
	return devices.flatMap(({ zone, name, attribute }) => [
		`${head}${add.word}:1,${zone},${String(zone).padStart(10, "0")},${name}`,
		...(attribute === "00"
			? []
			: [`${head}${edit.word}:1,${zone},,,${name},${attribute}`]),
	]);
}
