import { stored } from "../../panel/state/stored.ts";
import { sameNames } from "../../parameters/field-group.ts";
import { required } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const fwug = defineCommand({
	word: "FWUG",
	help: "Keep where a new firmware is; nothing is loaded.",
	source: "ML58",
	synonyms: ["firmware", "update", "upgrade"],
	parameters: {
		server: required(stored.update.server),
		port: required(stored.update.port),
		path: required(stored.update.path),
		crc: required(stored.update.crc),
	},
	stores: "update",
	example: {
		server: "59.124.230.221",
		port: 53033,
		path: "/img/123.bin",
		crc: "042D",
	},
	inverse: [{ part: "stored.update", sets: sameNames(stored.update) }],
	toEvent: ({ server, port, path, crc }) => ({
		type: "store",
		section: "update",
		values: { server, port, path, crc },
	}),
});
