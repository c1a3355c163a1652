import { stored } from "../../panel/state/stored.ts";
import { sameNames } from "../../parameters/field-group.ts";
import { required } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const uload = defineCommand({
	word: "ULOAD",
	help: "Keep where to upload to; nothing is sent.",
	source: "ML58",
	synonyms: ["upload", "server"],
	parameters: {
		host: required(stored.upload.host),
		port: required(stored.upload.port),
		session: required(stored.upload.session),
	},
	stores: "upload",
	example: {
		host: "us.vestasmarthome.com",
		port: 8768,
		session: "866258040549039",
	},
	inverse: [{ part: "stored.upload", sets: sameNames(stored.upload) }],
	toEvent: ({ host, port, session }) => ({
		type: "store",
		section: "upload",
		values: { host, port, session },
	}),
});
