import { readRecipient } from "../../sms/recipient.ts";
import { smsLink } from "../../sms/sms-link.ts";
import { composedJson, composeMessage } from "../../views/compose-message.ts";
import { refusal } from "../../views/explain-entry.ts";
import { provenanceText } from "../../views/provenance-text.ts";
import { isAttested } from "../../views/words/verdict.ts";
import { chosenSubject } from "../line/chosen-subject.ts";
import { ExitCode, UsageError } from "../line/exit-code.ts";
import { complain, print } from "../line/print.ts";
import { qrCode } from "../line/qr-code.ts";
import { errorColors, outputColors } from "../line/terminal-colors.ts";
import { defineVerb } from "../line/verb.ts";
import { askFields } from "./ask-fields.ts";

export const compose = defineVerb({
	examples: [
		["compose USRS user=1 pin=1234 latch=1", "prints PROG 7982 USRS:1,1234,,1"],
		[
			"compose USRS user=2 pin= name=",
			"a field with nothing is a blank: deletes user 2",
		],
		["compose MODE mode=A --to +15550100 --link --qr", "for a phone to send"],
	],
	goesWith: { to: ["link", "qr", "json"] },
	apart: [
		["model", "config"],
		["qr", "json"],
	],
	options: (yargs) =>
		yargs
			.positional("word", {
				type: "string",
				demandOption: true,
				describe: "the command word",
			})
			.positional("fields", {
				array: true,
				type: "string",
				describe: "field=value, as `commands WORD` names them",
			})
			.option("model", {
				type: "string",
				requiresArg: true,
				describe:
					"the model to write for; else the panel's file, else the default",
			})
			.option("to", {
				type: "string",
				requiresArg: true,
				describe: "the panel's number, for --link and --qr",
			})
			.option("link", {
				type: "boolean",
				default: false,
				describe: "print an sms: link instead of the message",
			})
			.option("qr", {
				type: "boolean",
				default: false,
				describe: "print a QR code of the link as well",
			})
			.option("strict", {
				type: "boolean",
				default: false,
				describe: "write only what is printed for the model or its family",
			}),
	async run(
		{ word, fields, model, to, link, qr, strict, config, json },
		isTyped,
	) {
		if ((link || qr) && to === undefined)
			throw new UsageError("--link and --qr need --to, the panel's number");
		const recipient = to === undefined ? null : readRecipient(to);
		if (recipient?.ok === false)
			throw new UsageError(`--to: ${recipient.reason}`);
		if (recipient?.warning != null) complain(recipient.warning);

		const subject = await chosenSubject(config, model, isTyped);
		const given =
			fields === undefined && process.stdin.isTTY
				? await askFields(subject.model, word)
				: (fields ?? []);
		const composed = composeMessage(subject, word, given);
		if (!composed.ok) throw new UsageError(composed.reason);
		const { text, diagnostics, verdict, command, provenance } = composed;
		const source = provenanceText(subject.model, command);
		if (strict && !isAttested(provenance)) {
			complain(`${verdict}: ${source}; --strict refuses it`);
			return ExitCode.refused;
		}
		complain(`${verdict}: ${source}`);
		for (const remark of composed.remarks) complain(remark);
		const uri = recipient === null ? null : smsLink(recipient.number, text);
		if (json) print({ ...composedJson(composed), uri });
		if (diagnostics.length > 0) {
			complain(refusal(subject.model, text, word, diagnostics, errorColors));
			return ExitCode.refused;
		}
		if (!json) print(link && uri !== null ? uri : text);
		if (qr && uri !== null && !json) {
			print(qrCode(uri, outputColors.isColorSupported));
		}
		return ExitCode.ok;
	},
});
