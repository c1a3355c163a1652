import { fields } from "../../panel/state/fields.ts";
import {
	constant,
	keepIfBlank,
	kept,
	required,
	unused,
} from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const deed = defineCommand({
	word: "DEED",
	help: "Change the name of a zone and how it reacts.",
	source: "MZ58; the page breaks off after the example",
	synonyms: ["device", "sensor", "zone", "attribute", "rename", "edit device"],
	parameters: {
		area: constant("1", "area"),
		zone: required(fields.zoneNumber),
		third: unused("third parameter"),
		fourth: unused("fourth parameter", "blank in the manual's example"),
		name: keepIfBlank(fields.zoneName, "a blank name keeps the old one"),
		attribute: keepIfBlank(
			fields.attribute,
			"two digits without an explanation",
		),
		flag: keepIfBlank(fields.deviceFlag, "one digit without an explanation"),
		option: keepIfBlank(
			fields.deviceOption,
			"two digits without an explanation",
		),
	},
	example: {
		zone: 1,
		name: "name",
		attribute: "home-omit",
		flag: false,
		option: "00",
	},
	inverse: [
		{
			part: "zones",
			id: "zone",
			sets: {
				name: "name",
				attribute: "attribute",
				flag: "flag",
				option: "option",
			},
			inferred: ["attribute", "flag", "option"],
		},
	],
	toEvent: ({ zone, name, attribute, flag, option }) => ({
		type: "set-zone",
		zone,
		name: kept(name),
		attribute: kept(attribute),
		flag: kept(flag),
		option: kept(option),
	}),
});
