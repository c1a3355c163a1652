import * as z from "zod";
import type { Behaviour } from "../../derive/behaviours/behaviour-form.ts";
import type { ExchangeReport } from "../../firmware/answer/exchange-report.ts";
import type { CheckJson } from "../../views/json/check-json.ts";
import type { ModelOverview } from "../../views/languages/model-overview.ts";
import {
	type AnswerSchema,
	count,
	diagnostic,
	exchange,
	messageVerdict,
	provenance,
	rowClass,
} from "./answer-parts.ts";

const checked = {
	verdict: messageVerdict,
	ok: z.boolean(),
	text: z.string().meta({ description: "Secrets are masked." }),
	model: z.string(),
	judged: z.enum(["panel", "shape", "factory"]).meta({
		description:
			"By the panel's file, by the message's shape alone, or by a panel fresh from the factory.",
	}),
	command: z.string().nullable(),
	usage: z.string().nullable(),
	help: z.string().nullable(),
	provenance: provenance.nullable(),
	source: z.string().nullable(),
	origin: z
		.string()
		.nullable()
		.meta({ description: "The provenance in words." }),
	warning: z
		.string()
		.nullable()
		.meta({ description: "About credentials that every manual prints." }),
	parameters: z.array(
		z.strictObject({
			name: z.string(),
			label: z.string(),
			action: z.enum(["set", "keep", "clear", "absent"]),
			value: z.string(),
			meaning: z.string().nullable(),
			start: count,
			end: count,
		}),
	),
	sms: z.strictObject({
		characters: count,
		alphabet: z.enum(["gsm-7", "ucs-2"]),
		parts: count,
	}),
	diagnostics: z.array(diagnostic),
	elsewhere: z
		.array(z.string())
		.exactOptional()
		.meta({ description: "Models of whose panels it is a message." }),
	does: rowClass
		.exactOptional()
		.meta({ description: "Only for another maker's panel." }),
	slips: z
		.array(
			z.strictObject({
				command: z.string(),
				does: rowClass,
				help: z.string(),
				text: z.string().exactOptional(),
			}),
		)
		.exactOptional()
		.meta({ description: "What one wrong key makes of it." }),
	remarks: z.array(z.string()).exactOptional(),
};

export const checkAnswer = z.strictObject(
	checked,
) satisfies AnswerSchema<CheckJson>;

export const checkedLineAnswer = z.strictObject({
	...checked,
	line: count.meta({ description: "In the file, from 1." }),
});

export const textAnswer = z.strictObject(
	exchange,
) satisfies AnswerSchema<ExchangeReport>;

export const composeAnswer = z.strictObject({
	ok: z.boolean(),
	verdict: messageVerdict,
	provenance,
	source: z.string(),
	text: z.string(),
	uri: z
		.string()
		.nullable()
		.meta({ description: "With --to: a link that opens a phone's SMS." }),
	diagnostics: z.array(diagnostic),
	remarks: z.array(z.string()),
});

const command = {
	word: z.string(),
	usage: z.string(),
	help: z.string(),
	provenance,
	dialect: z.string(),
	source: z.string(),
	synonyms: z.array(z.string()),
	parameters: z.array(
		z.strictObject({
			name: z.string(),
			label: z.string(),
			rule: z.string(),
			role: z.enum(["field", "constant", "unused"]),
			choices: z
				.array(z.strictObject({ text: z.string(), meaning: z.string() }))
				.nullable(),
			secret: z.boolean(),
			blank: z.string().meta({ description: "What a blank does, in words." }),
			inferred: z
				.string()
				.nullable()
				.meta({ description: "Why it is our reading; null where it is none." }),
		}),
	),
	example: z.string(),
};

const behaviour = z.strictObject({
	id: z.string(),
	rule: z.string(),
	provenance,
	source: z.string(),
	reason: z.string(),
}) satisfies AnswerSchema<Behaviour>;

export const commandsAnswer = z.union([
	z.array(z.strictObject(command)),
	z
		.array(z.strictObject({ model: z.string(), ...command }))
		.meta({ description: "With --search." }),
	z.array(behaviour).meta({ description: "With --behaviour." }),
]);

const overview = {
	name: z.string(),
	aliases: z.array(z.string()),
	title: z.string(),
	dialect: z.string(),
	shape: z.string(),
	keyword: z
		.boolean()
		.meta({ description: "Whether its messages name a P-Word." }),
	code: z
		.enum(["installer-code", "user-pin", "access-code", "language-code"])
		.meta({ description: "What the code in their head is." }),
	commands: count,
	printed: count,
	observed: count,
	inferred: count,
	extension: count,
};

export const modelsAnswer = z.array(
	z.strictObject(overview) satisfies AnswerSchema<ModelOverview>,
);

const slipEnd = { command: z.string(), class: rowClass, text: z.string() };

export const dialectCheckAnswer = z.union([
	z.strictObject({
		ok: z.literal(true),
		...overview,
		maker: z.string(),
		replies: count,
		repliesInferred: count,
		repliesUnknown: count,
		wrongCode: z.string(),
		severalAtOnce: z.boolean(),
		remarks: z.array(z.string()),
		neighbours: z
			.array(z.strictObject({ ...slipEnd, becomes: z.strictObject(slipEnd) }))
			.meta({ description: "Messages that one slip turns into others." }),
	}),
	z.strictObject({
		ok: z.literal(false),
		faults: z.array(
			z.strictObject({
				path: z.string(),
				rule: z.string(),
				line: count,
				column: count,
			}),
		),
	}),
]);

export const grammarAnswer = z.union([
	z.array(
		z.strictObject({ name: z.string(), shape: z.string(), ebnf: z.string() }),
	),
	z.array(z.string()).meta({ description: "With --svg: the files." }),
]);

export const pageAnswer = z.strictObject({ file: z.string(), octets: count });

export const versionAnswer = z.strictObject({
	version: z.string(),
	configurationSchema: count,
	models: z.array(z.string()),
});
