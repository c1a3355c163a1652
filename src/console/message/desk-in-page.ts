import { allModels, knownModel } from "../../models/models.ts";
import {
	checkList,
	checkListJson,
	messageLines,
} from "../../views/check-list.ts";
import { checkMessage } from "../../views/check-message.ts";
import { checkJson } from "../../views/check-report.ts";
import { composedJson, composeMessage } from "../../views/compose-message.ts";
import { commandJson, findCommands } from "../../views/describe-commands.ts";
import { modelJson } from "../../views/languages/model-json.ts";
import { factorySubject, subjectWithCredentials } from "../../views/subject.ts";
import type { MessageDesk } from "./message-desk.ts";

/** No time passes for a page that has no panel. */
const settings = { strict: false, as: null, now: 0 } as const;

/** The desk of the page that opens from a file: it reads and writes by itself. */
export const deskInPage: MessageDesk = {
	models: async () => allModels().map(modelJson),
	check: async (model, text) =>
		checkJson(checkMessage(factorySubject(modelOf(model)), text), true),
	checkList: async (model, content) =>
		checkListJson(
			checkList(
				factorySubject(modelOf(model)),
				messageLines(content),
				settings,
			),
			true,
		),
	compose: async ({ model, word, fields, keyword, code }) =>
		composedJson(
			composeMessage(
				subjectWithCredentials(modelOf(model), keyword, code),
				word,
				Object.entries(fields).map(([name, value]) => `${name}=${value}`),
			),
		),
	commands: async (model) =>
		findCommands(modelOf(model), "").map((command) =>
			commandJson(modelOf(model), command),
		),
};

function modelOf(name: string) {
	return knownModel(name, (rule) => new RangeError(rule));
}
