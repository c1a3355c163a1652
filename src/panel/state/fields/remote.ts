import { defineFields, field } from "../../../parameters/field.ts";
import { choice } from "../../../parameters/kinds/choice.ts";
import { integer } from "../../../parameters/kinds/integer.ts";
import { text } from "../../../parameters/kinds/text.ts";

const offOn = choice([
	{ text: "0", value: false, meaning: "off" },
	{ text: "1", value: true, meaning: "on" },
]);

const language = choice([
	{ text: "en", value: "en", meaning: "English" },
	{ text: "fr", value: "fr", meaning: "French" },
	{ text: "es", value: "es", meaning: "Spanish" },
]);

/**
 * How the panel is controlled from afar. No manual of this maker has it. No
 * message sets these, and some share a name with what one does, so they are not
 * in the table of fields.
 */
export const remoteOptionFields = defineFields({
	enabled: field({
		label: "remote switch",
		kind: offOn,
		initial: true,
		help: "Whether plain words that change something, scripts, and installer messages that change the mode are carried out. STATUS, ZONES, LOG and HELP answer all the same. (extension)",
	}),
	language: field({
		label: "language",
		kind: language,
		initial: "en",
		help: "Language of the answers to plain words; the words stay the same. (extension)",
	}),
	minimumDelay: field({
		label: "minimum delay",
		kind: integer([0, 0], [3, 60]),
		initial: 0,
		help: "Minutes from one remote action to the next, whoever asks; 0 is off. Disarming, silencing and questions do not wait. (extension)",
	}),
	oldestSms: field({
		label: "oldest SMS",
		kind: integer([0, 1440]),
		initial: 15,
		help: "Minutes after its service-centre time at which an SMS is too old for plain words, scripts and a change of mode; 0 is any age. (extension)",
	}),
	recordUnknown: field({
		label: "record unknown senders",
		kind: offOn,
		initial: false,
		help: "Whether numbers that are nobody's are remembered. They are never answered. (extension)",
	}),
	helpLine: field({
		label: "help line",
		kind: offOn,
		initial: false,
		help: "Whether a listed number whose text nobody understands gets one line of help. (extension)",
	}),
	installer: field({
		label: "installer messages",
		kind: choice([
			{
				text: "0",
				value: "listed",
				meaning: "change the mode only from who may program",
			},
			{ text: "1", value: "anyone", meaning: "from any number" },
		]),
		initial: "listed",
		help: "From whom installer messages may change the mode, once there are people. (extension)",
	}),
});

/** Who may control the panel from afar. No manual of this maker has it. */
export const remoteFields = {
	personNumber: field({
		label: "person number",
		kind: integer([1, 20]),
		initial: 1,
		help: "Which of the people. (extension)",
	}),
	personName: field({
		label: "person's name",
		kind: text(20),
		initial: "",
		help: "Shown in notices; no two people share one. (extension)",
	}),
	personPhone: field({
		label: "phone number",
		kind: text(20),
		initial: "",
		help: "A number as +33612345678; a short code or a sender's name stands as it comes. (extension)",
	}),
	personUser: field({
		label: "panel user",
		kind: integer([0, 10], [95, 96]),
		initial: 1,
		help: "Whose PIN this person has; 0 is nobody's, for one who is not let in. (extension)",
	}),
	personRight: field({
		label: "right",
		kind: choice([
			{ text: "arm", value: "arm", meaning: "arm" },
			{ text: "disarm", value: "disarm", meaning: "disarm, silence the siren" },
			{ text: "bypass", value: "bypass", meaning: "leave zones out" },
			{ text: "status", value: "status", meaning: "ask how things are" },
			{ text: "program", value: "program", meaning: "installer messages" },
			{ text: "script", value: "script", meaning: "run scripts" },
		]),
		initial: "status",
		help: "What a person may do from afar. (extension)",
	}),
	personEnabled: field({
		label: "person's switch",
		kind: offOn,
		initial: true,
		help: "Whether this person is let in. (extension)",
	}),
	personNotice: field({
		label: "notice",
		kind: choice([
			{
				text: "results",
				value: "results",
				meaning: "what was done from afar",
			},
			{ text: "alarms", value: "alarms", meaning: "alarms and their end" },
			{
				text: "troubles",
				value: "troubles",
				meaning: "troubles and their end",
			},
		]),
		initial: "results",
		help: "What a person is told without having asked. (extension)",
	}),
	personLanguage: field({
		label: "person's language",
		kind: language,
		initial: "en",
		help: "Language of the answers; left out, the panel's. (extension)",
	}),
	confirmedBy: field({
		label: "confirmation",
		kind: choice([
			{ text: "none", value: "none", meaning: "done at once" },
			{ text: "pin", value: "pin", meaning: "needs the PIN" },
			{ text: "code", value: "code", meaning: "needs a one-time code" },
		]),
		initial: "none",
		help: "What a plain word needs before it is carried out. (extension)",
	}),
};
