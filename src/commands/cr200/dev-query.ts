import { attributes } from "../../panel/state/fields/attributes.ts";
import { fields } from "../../panel/state/fields.ts";
import { find } from "../../panel/state/numbered.ts";
import type { Zone } from "../../panel/state/state.ts";
import type { Value } from "../../parameters/kind.ts";
import { required } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";
import { groupsIn } from "./answer-groups.ts";

const ZONES_A_PAGE = 5;

export const devQuery = defineCommand({
	word: "DEV?",
	help: "Ask for the devices of five zones: type, attribute and name of each.",
	source: "CR21",
	synonyms: ["devices", "sensors", "zones", "list devices"],
	parameters: { page: required(fields.devicePage) },
	example: { page: 2 },
	answer: ({ zones }, { page }) => {
		const groups = Array.from({ length: ZONES_A_PAGE }, (_, at) => {
			const id = (page - 1) * ZONES_A_PAGE + at + 1;
			return group(id, find(zones, id));
		});
		// The 6 is printed as it stands, whatever the page.
		return `DEV?:${page},6,${groups.join(",")}`;
	},
	readings: (answer) => {
		const groups = /^DEV\?:\d+,6,(.*)$/s.exec(answer)?.[1];
		return groups === undefined
			? null
			: new Map(groupsIn(groups, HEAD).flatMap(readingsOf));
	},
});

const HEAD = /\((\d+),(\d*),(\d*),/;

function readingsOf([
	id,
	type = "",
	attribute,
	name = "",
]: readonly string[]): readonly (readonly [string, Value | null])[] {
	const path = `zones.${id}`;
	if (type === "") return [[path, null]];
	return [
		[`${path}.type`, Number(type)],
		[`${path}.attribute`, attributes[Number(attribute)]?.value ?? ""],
		[`${path}.name`, name],
	];
}

function group(id: number, zone: Zone | undefined): string {
	if (zone === undefined) return `(${id},,,)`;
	const attribute = attributes.findIndex(
		({ value }) => value === zone.attribute,
	);
	return `(${id},${zone.type},${attribute},${zone.name})`;
}
