import * as z from "zod";
import { envelopeSchema, separator } from "./envelope-schema.ts";
import { kindSchema } from "./kind-schema.ts";
import { rowClasses } from "./row-class.ts";

/*
 * The file of another maker's language: what its messages look like, which commands
 * there are, what they do, what is answered and when nothing is. It is data only:
 * characters come as lists, never as regular expressions.
 */

const name = z
	.string()
	.regex(
		/^[a-z][a-z0-9-]{1,40}$/,
		"small letters, digits and hyphens, at most 41",
	);
const identifier = z
	.string()
	.regex(/^[a-z][A-Za-z]{0,30}$/, "letters, a small one first, at most 31");
const line = z.string().min(1).max(300);
const count = z.int().min(1).max(250);

const value = z.union([z.string().max(160), z.number(), z.boolean()]);

const parameter = z.strictObject({
	name: identifier,
	label: line.optional(),
	kind: kindSchema,
	blank: z
		.union([
			z.enum(["required", "keep", "clear"]),
			z.strictObject({ else: value }),
		])
		.optional(),
	inferred: line.optional(),
	/** Anything is read in its place, so that a bad value gets its own reply. */
	wide: z.literal(true).optional(),
	/** It takes all parameters that are left, separators and all. */
	rest: z.literal(true).optional(),
	/** It names partitions; these texts mean this panel's only one. */
	acts: z.array(z.string().min(1).max(20)).min(1).max(10).optional(),
});

const template = z.string().max(500).nullable();

/** A parameter, or a part of one by its number: `admin.2`. */
const reference = z
	.string()
	.regex(
		/^[a-z][A-Za-z]{0,30}(?:\.[1-9]){0,3}$/,
		"a parameter, or a part of one like admin.2",
	);

const effect = z.union([
	z.strictObject({
		mode: z.enum(["disarm", "away", "home-1", "home-2", "home-3"]),
	}),
	z.strictObject({
		/** `$name` stands for a parameter, `$name.2` for a part of it. */
		set: z.record(identifier, value),
		at: reference.optional(),
		/** The parameter `at` is no number, but the value of this counted setting. */
		named: identifier.optional(),
		/** Every one of a counted setting. */
		all: z.literal(true).optional(),
	}),
	z.strictObject({
		clear: z.array(identifier).min(1).max(10),
		at: reference.optional(),
	}),
	z.strictObject({ add: identifier, value: reference }),
	z.strictObject({
		remove: identifier,
		value: reference,
		/** A part of what is kept will do; this stands between the parts. */
		between: separator.optional(),
	}),
	z.strictObject({ replace: identifier, old: identifier, new: identifier }),
	z.strictObject({ bypass: identifier, leaveOut: z.boolean() }),
	z.strictObject({ act: z.enum(["test", "scream", "locate", "reset-module"]) }),
	z.strictObject({ mute: z.literal(true) }),
	z.strictObject({ factory: z.literal(true) }),
]);

const replies = z.strictObject({
	done: template,
	already: template.optional(),
	refused: template,
	badValue: template,
	unknownWord: template,
	unreadable: template,
	wrongCode: template,
	wrongRole: template.optional(),
});

const provenance = z.enum([
	"manual",
	"family",
	"observed",
	"inferred",
	"extension",
]);
const tags = z.string().min(1).max(120);

const row = z.strictObject({
	/** Its name for people, where two commands have the same word. */
	name: z.string().min(1).max(40).optional(),
	word: z.string().min(1).max(40).optional(),
	forms: z.array(z.string().min(1).max(120)).min(1).max(6).optional(),
	/** In place of a word: any that no other command has is this parameter. */
	wordIs: parameter.optional(),
	ask: z.literal(true).optional(),
	index: parameter.optional(),
	params: z.array(parameter).max(8).optional(),
	role: identifier.optional(),
	does: z.array(effect).max(4).optional(),
	class: z.enum(rowClasses),
	needs: z
		.strictObject({
			mode: z.literal("disarm").optional(),
			setting: z.tuple([identifier, value]).optional(),
			/** Two parameters have to have one value. */
			same: z.tuple([identifier, identifier]).optional(),
		})
		.optional(),
	reply: replies.partial().optional(),
	/** Whether the replies are printed; else they are our reading. */
	replyMark: z.enum(["manual", "observed", "inferred", "unknown"]),
	/** It needs no code. */
	open: z.literal(true).optional(),
	/** It is answered without being asked to. */
	unasked: z.literal(true).optional(),
	/** The number that is answered in place of the sender. */
	answers: identifier.optional(),
	/** The reply shows a code, as the manual has it. */
	secret: z.literal(true).optional(),
	help: line,
	mark: provenance,
	/** At which panel it was seen, where a mark says so. */
	observed: z
		.strictObject({
			model: line,
			firmware: line,
			date: z.iso.date("a date like 2026-11-30"),
		})
		.optional(),
	source: tags,
	example: z.record(identifier, value),
});

/** The schema of a language's file, without the rules that need more than one place. */
export const languageFileSchema = z
	.strictObject({
		$schema: z.string().optional(),
		name,
		title: line,
		maker: line,
		shape: line.meta({ description: "The form of all messages in one line." }),
		fold: z
			.boolean()
			.optional()
			.meta({ description: "Capitals and small letters are alike." }),
		sources: z.record(
			z.string().regex(/^[A-Za-z0-9]{1,8}$/),
			z.strictObject({ title: line, url: z.string().max(300) }),
		),
		remarks: z.array(line).max(20).optional(),
		envelopes: z.array(envelopeSchema).min(1).max(4),
		limits: z
			.strictObject({
				text: z.int().min(1).max(39_015).optional(),
				calls: z.int().min(1).max(50).optional(),
				reply: z.int().min(1).max(1600).optional().meta({
					description: "A longer reply is cut.",
				}),
			})
			.optional(),
		roles: z
			.array(
				z.strictObject({
					name: identifier,
					keyword: separator.optional(),
					code: identifier,
				}),
			)
			.min(1)
			.max(4),
		listed: identifier
			.optional()
			.meta({ description: "The setting with the numbers that are heard." }),
		international: z.literal(true).optional().meta({
			description: "Its numbers are international, with no + in front.",
		}),
		trusted: identifier.optional().meta({
			description: "The setting with the numbers that need no code.",
		}),
		settings: z.record(
			identifier,
			z.strictObject({
				label: line,
				kind: kindSchema,
				initial: value,
				count: count.optional(),
				from: z.literal(0).optional().meta({
					description: "The first has the number 0.",
				}),
			}),
		),
		modes: z
			.strictObject({
				disarm: z.string().max(60),
				away: z.string().max(60),
				home: z.string().max(60),
			})
			.optional(),
		lists: z
			.record(
				identifier,
				z.strictObject({
					of: identifier,
					row: z.string().max(100),
					empty: z.string().max(100),
					between: z.string().max(10),
					none: z.string().max(100).optional(),
				}),
			)
			.optional(),
		replies,
		silence: z.enum(["manual", "inferred"]).meta({
			description: "Whether what happens with a wrong code is printed.",
		}),
		signed: z
			.strictObject({ setting: identifier, sign: z.string().max(4) })
			.optional()
			.meta({ description: "A setting that stands in front of every reply." }),
		asked: z.literal(true).optional().meta({
			description: "Nothing is answered unless the message asks for it.",
		}),
		joined: z.strictObject({ mark: provenance, source: tags }).optional().meta({
			description:
				"Who says that several commands stand in one message; a plan joins them then.",
		}),
		several: z.enum(["lines", "last", "digits"]).optional(),
		fault: z.enum(["all-or-nothing", "up-to-fault", "each"]).optional(),
		commands: z.array(row).min(1).max(120),
	})
	.meta({ title: "The message language of an alarm panel" });

export type LanguageFile = z.infer<typeof languageFileSchema>;
export type LanguageRow = LanguageFile["commands"][number];
export type LanguageParameter = z.infer<typeof parameter>;
export type LanguageEffect = z.infer<typeof effect>;

/** What an effect does to settings, and to nothing else. */
export type SettingEffect = Extract<
	LanguageEffect,
	| { set: unknown }
	| { clear: unknown }
	| { add: unknown }
	| { remove: unknown }
	| { replace: unknown }
>;
export type LanguageReplyTexts = z.infer<typeof replies>;
export type LanguageList = NonNullable<LanguageFile["lists"]>[string];
