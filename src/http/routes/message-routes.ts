import * as z from "zod";
import { allModels, modelNames, models } from "../../models/models.ts";
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
import { Problem } from "../problem.ts";
import { defineRoute, type Route } from "../route.ts";
import { diagnostic, smsText } from "../schemas.ts";
import { modelOf } from "./model-of.ts";

const modelName = z.enum(modelNames).default(models[0].name);

/** Characters of the longest list. */
const LONGEST_LIST = 200_000;

const credential = z.string().max(20).default("").meta({
	description: 'For the head of the message; "" is the factory\'s.',
});

const commandClass = z
	.enum(["asks", "sets", "arms", "disarms", "deletes"])
	.meta({ description: "What a command of another maker does." });

/** What can be asked of messages and models, with no panel at all. */
export const messageRoutes: readonly Route[] = [
	defineRoute({
		method: "post",
		path: "/v1/check",
		summary: "Explain a message field by field.",
		body: z.strictObject({
			text: smsText,
			model: modelName,
			strict: z.boolean().default(false),
		}),
		status: 200,
		answer: z
			.looseObject({
				ok: z.boolean(),
				diagnostics: z.array(diagnostic),
				elsewhere: z.array(z.string()).optional().meta({
					description:
						"Whose panel is this? Models of whose panels it is a message.",
				}),
				does: commandClass.optional(),
				slips: z
					.array(
						z.looseObject({
							command: z.string(),
							does: commandClass,
							help: z.string(),
							text: z.string().optional(),
						}),
					)
					.optional()
					.meta({
						description:
							"Other messages that one wrong key makes of it, which do more than ask.",
					}),
				remarks: z.array(z.string()).optional().meta({
					description:
						"What a panel of the maker may do and the simulated one does not.",
				}),
			})
			.meta({ id: "Checked" }),
		run: ({ body: { text, model, strict } }) => {
			const subject = factorySubject(modelOf(model));
			return checkJson(checkMessage(subject, text, { strict }), true);
		},
	}),
	defineRoute({
		method: "post",
		path: "/v1/check/list",
		summary:
			"Judge messages in their order, each by the panel as those before it leave it.",
		body: z.strictObject({
			content: z.string().max(LONGEST_LIST).meta({
				description: "One a line; empty lines and # comments are none.",
			}),
			model: modelName,
			strict: z.boolean().default(false),
		}),
		status: 200,
		answer: z
			.looseObject({
				ok: z.boolean(),
				totals: z.string().meta({ description: "In words." }),
				messages: z.array(
					z.looseObject({
						line: z.int(),
						ok: z.boolean(),
						diagnostics: z.array(diagnostic),
					}),
				),
			})
			.meta({ id: "CheckedList" }),
		run: ({ body: { content, model, strict } }) => {
			const subject = factorySubject(modelOf(model));
			const settings = { strict, as: null, now: 0 };
			const checked = checkList(subject, messageLines(content), settings);
			return checkListJson(checked, true);
		},
	}),
	defineRoute({
		method: "post",
		path: "/v1/compose",
		summary: "Write a message from the fields of a command.",
		body: z.strictObject({
			word: z.string().max(20),
			fields: z.record(z.string(), z.string()).default({}).meta({
				description: 'By name, as texts; "" is a blank.',
			}),
			model: modelName,
			keyword: credential,
			code: credential,
		}),
		status: 200,
		answer: z
			.looseObject({
				text: z.string(),
				diagnostics: z.array(diagnostic),
				remarks: z.array(z.string()),
			})
			.meta({ id: "Composed" }),
		run: ({ body: { word, fields, model, keyword, code } }) => {
			const given = Object.entries(fields).map(
				([name, value]) => `${name}=${value}`,
			);
			const subject = subjectWithCredentials(modelOf(model), keyword, code);
			const composed = composeMessage(subject, word, given);
			if (!composed.ok)
				throw new Problem(422, "message/impossible", composed.reason);
			return composedJson(composed);
		},
	}),
	defineRoute({
		method: "get",
		path: "/v1/models",
		summary: "List the models.",
		status: 200,
		answer: z.strictObject({
			models: z.array(
				z.looseObject({
					name: z.string(),
					aliases: z.array(z.string()),
					title: z.string(),
				}),
			),
		}),
		run: () => ({ models: allModels().map(modelJson) }),
	}),
	defineRoute({
		method: "get",
		path: "/v1/models/{model}/commands",
		summary: "List what a model understands, each command with its source.",
		status: 200,
		answer: z.strictObject({
			commands: z.array(z.looseObject({ word: z.string() })),
		}),
		run: ({ params }) => {
			const model = modelOf(params.model ?? "");
			return {
				commands: findCommands(model, "").map((command) =>
					commandJson(model, command),
				),
			};
		},
	}),
];
