import * as z from "zod";
import { remoteOptionFields } from "../panel/state/fields/remote.ts";
import { fields } from "../panel/state/fields.ts";
import { everyNotice, plainWords } from "../panel/state/remote-access.ts";
import type { Limits } from "./bound-command.ts";
import { fieldSchema, settingSchema, settingSchemas } from "./field-schema.ts";

/** Longest line of a script: a message that fits two SMS. */
const LINE = 306;
/** Longest answer of a question: three SMS. */
const ANSWER = 459;

/** The part of the configuration that says who may control the panel from afar. */
export function remoteSchema(limits: Limits) {
	const { enabled, ...others } = settingSchemas(remoteOptionFields, limits);
	return z
		.strictObject({
			enabled,
			people: z.array(personSchema(limits)).prefault([]).meta({
				description: "Who may control the panel from afar; empty is nobody.",
			}),
			country: matching(
				/^([A-Z]{2})?$/,
				"two capitals of ISO 3166-1, such as FR",
				"Country of the panel, for numbers in national form. (extension)",
			).prefault(""),
			...others,
			confirmation: z
				.array(
					z.strictObject({
						word: z.enum(plainWords),
						by: fieldSchema(fields.confirmedBy, limits),
					}),
				)
				.prefault([])
				.meta({ description: "What differs from the words' defaults." }),
			aliases: z
				.array(
					z.strictObject({
						alias: matching(
							/^\S{1,20}( \S{1,20})?$/,
							"one word, or two",
							"Another word for a plain word, such as ARMER; in capitals. (extension)",
						),
						word: z.enum(plainWords),
					}),
				)
				.prefault([]),
			creditCode: matching(
				/^([*#][*#0-9]{1,29})?$/,
				"a USSD code such as *100#",
				"What CREDIT asks the network with. (extension)",
			).prefault(""),
			scriptSecret: matching(
				/^[!-~]{0,40}$/,
				"at most 40 characters without spaces",
				"What a script message has to name. (extension)",
			).prefault(""),
			scripts: z
				.array(
					z.strictObject({
						name: matching(
							/^[^"\r\n]{1,40}$/,
							"1 to 40 characters without quotes",
							"By what a message calls the script. (extension)",
						),
						lines: z.array(z.string().max(LINE)).max(50),
					}),
				)
				.prefault([])
				.meta({ description: "Lists of the panel's own commands." }),
			questions: z
				.array(
					z.strictObject({
						asked: z.string().min(1).max(160),
						answer: z.string().min(1).max(ANSWER),
						people: z
							.array(fieldSchema(fields.personNumber, limits))
							.prefault([])
							.meta({ description: "Who gets an answer; empty is all." }),
					}),
				)
				.prefault([])
				.meta({ description: "Questions in the owner's own words." }),
		})
		.prefault({})
		.meta({ description: "Who may control the panel from afar, and how." });
}

/** Base32 without padding. */
export const otpKeySchema = matching(
	/^([A-Z2-7]{26,128})?$/,
	"26 to 128 characters of Base32",
	"Key of the one-time codes; otp uri makes one. (RFC 6238)",
);

function personSchema(limits: Limits) {
	return z.strictObject({
		id: fieldSchema(fields.personNumber, limits),
		name: fieldSchema(fields.personName, limits),
		numbers: z.array(fieldSchema(fields.personPhone, limits)).min(1),
		// Required: the panel does not guess whose PIN confirms.
		user: fieldSchema(fields.personUser, limits),
		can: z.array(fieldSchema(fields.personRight, limits)).prefault([]),
		enabled: settingSchema(fields.personEnabled, limits),
		notices: z
			.array(fieldSchema(fields.personNotice, limits))
			.prefault([...everyNotice]),
		otpKey: otpKeySchema.prefault(""),
		language: settingSchema(fields.personLanguage, limits, ""),
	});
}

/** A text that no message carries, so it needs no kind of parameter. */
function matching(pattern: RegExp, rule: string, description: string) {
	return z.string().regex(pattern, { error: rule }).meta({ description });
}
