import { DEFAULT_NUMBER } from "../../network/default-numbers.ts";
import { DeliveryWatch } from "../../ports/delivery-watch.ts";
import { isDone, sendTexts } from "../../ports/send-texts.ts";
import { withStartedModem } from "../../ports/started-modem.ts";
import { readRecipient } from "../../sms/recipient.ts";
import { systemClock as clock } from "../../time/system-clock.ts";
import { describeTrouble } from "../../views/modem/modem-trouble.ts";
import { resultLine } from "../../views/modem/send-report.ts";
import { ExitCode, UsageError } from "../line/exit-code.ts";
import { complain, print } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";
import {
	modemAccess,
	modemOptions,
	modemPlace,
	timeoutOf,
	validityOf,
	validityOption,
} from "./modem-options.ts";

export const send = defineVerb({
	withoutPanel: true,
	examples: [
		["send +15550101 Come home --modem serial:///dev/ttyUSB0", "one SMS"],
		[
			"send +15550101,+15550102 Hello --modem tcp://host:8081",
			"to several numbers",
		],
		["send +15550100 Hello --modem virtual:", "to try it without a modem"],
	],
	options: (yargs) =>
		validityOption(modemOptions(yargs))
			.positional("number", {
				type: "string",
				demandOption: true,
				describe: "who gets it; several with commas",
			})
			.positional("text", {
				array: true,
				type: "string",
				demandOption: true,
				describe: "the SMS; its words are joined with spaces",
			})
			.option("report", {
				type: "boolean",
				default: true,
				describe: "wait for delivery reports; exit code 0 means delivered",
			})
			.option("timeout", {
				type: "string",
				default: "2m",
				requiresArg: true,
				describe: "for all of it, reports too: 90s, 2m",
			})
			.option("class", {
				choices: [0, 1] as const,
				describe: "0 is shown at once and not kept, 1 is kept by the phone",
			})
			.option("smsc", {
				type: "string",
				requiresArg: true,
				describe: "the service centre's number; else the SIM's",
			})
			.option("storage", {
				type: "string",
				requiresArg: true,
				describe: "where the modem keeps messages: SM, ME; else its best",
			})
			.option("text-mode", {
				type: "boolean",
				default: false,
				describe: "for modems without PDU mode",
			})
			.option("cut", {
				type: "number",
				requiresArg: true,
				describe: "at most so many characters in an SMS",
			}),
	async run({ number, text, modem: url, pin, init, report, json, ...more }) {
		const place = modemPlace(url);
		const access = modemAccess(pin, init);
		const timeout = timeoutOf(more.timeout);
		const { cut, smsc } = more;
		const validity =
			more.validity === undefined ? null : validityOf(more.validity);
		if (cut !== undefined && !(Number.isInteger(cut) && cut >= 2))
			throw new UsageError("--cut: a whole number of characters, 2 or more");
		const recipients = number.split(",").map((each) => {
			const read = readRecipient(each.trim());
			if (!read.ok) throw new UsageError(read.reason);
			if (read.warning !== null) complain(read.warning);
			return read.number;
		});
		if (new Set(recipients).size < recipients.length)
			throw new UsageError(`${number}: it names a number twice`);
		const centre = smsc === undefined ? null : readRecipient(smsc);
		if (centre?.ok === false) throw new UsageError(`--smsc: ${centre.reason}`);

		const over = new AbortController();
		const { signal } = over;
		clock.at(clock.now() + timeout, () => over.abort());
		const deliveries = new DeliveryWatch();
		let trouble: string | null = null;
		const results = await withStartedModem(
			{
				place,
				clock,
				signal,
				owner: "alarmpanel send",
				number: DEFAULT_NUMBER,
				say: complain,
				settings: {
					...access,
					smsc: smsc ?? null,
					mode: more.textMode ? "text" : "pdu",
					storage: more.storage ?? "auto",
					statusReport: report,
					cut: cut ?? null,
					class: more.class ?? null,
					validity,
					// Messages in the modem are not for this verb.
					receiveEnabled: false,
					sendPatience: 2 * timeout,
				},
				onEvent(event) {
					deliveries.note(event);
					const told = describeTrouble(event);
					if (told === null) return;
					if (event.type !== "warning") trouble = told;
					complain(told);
				},
			},
			(modem, facts) =>
				sendTexts({
					modem,
					facts,
					signal,
					to: recipients,
					text: text.join(" "),
					deliveries: report ? deliveries : null,
					patience: `${timeout / 1000} s`,
					trouble: () => trouble,
				}),
		);
		const ok = results.every(isDone);
		if (json) print({ ok, results });
		for (const result of results)
			if (!isDone(result)) complain(`alarmpanel: ${resultLine(result)}`);
			else if (!json) print(resultLine(result));
		return ok ? ExitCode.ok : ExitCode.runtime;
	},
});
