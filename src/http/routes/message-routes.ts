import * as z from "zod";
import { knownModel, modelNames, models } from "../../models/models.ts";
import { checkMessage } from "../../views/check-message.ts";
import { checkJson } from "../../views/check-report.ts";
import { composeMessage } from "../../views/compose-message.ts";
import { commandJson, findCommands } from "../../views/describe-commands.ts";
import { factorySubject } from "../../views/subject.ts";
import { Problem } from "../problem.ts";
import { defineRoute, type Route } from "../route.ts";
import { diagnostic, smsText } from "../schemas.ts";

const modelName = z.enum(modelNames).default(models[0].name);

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
			.looseObject({ ok: z.boolean(), diagnostics: z.array(diagnostic) })
			.meta({ id: "Checked" }),
		run: ({ body: { text, model, strict } }) => {
			const subject = factorySubject(modelOf(model));
			return checkJson(checkMessage(subject, text, strict), true);
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
		}),
		status: 200,
		answer: z
			.strictObject({
				text: z.string(),
				diagnostics: z.array(diagnostic),
				remarks: z.array(z.string()),
			})
			.meta({ id: "Composed" }),
		run: ({ body: { word, fields, model } }) => {
			const given = Object.entries(fields).map(
				([name, value]) => `${name}=${value}`,
			);
			const subject = factorySubject(modelOf(model));
			const composed = composeMessage(subject, word.toUpperCase(), given);
			if (!composed.ok)
				throw new Problem(422, "message/impossible", composed.reason);
			const { text, diagnostics, remarks } = composed;
			return { text, diagnostics, remarks };
		},
	}),
	defineRoute({
		method: "get",
		path: "/v1/models",
		summary: "List the models.",
		status: 200,
		answer: z.strictObject({
			models: z.array(
				z.strictObject({
					name: z.string(),
					aliases: z.array(z.string()),
					title: z.string(),
				}),
			),
		}),
		run: () => ({
			models: models.map(({ name, aliases, title }) => ({
				name,
				aliases,
				title,
			})),
		}),
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

function modelOf(name: string) {
	return knownModel(name, (rule) => new Problem(404, "model/unknown", rule));
}
