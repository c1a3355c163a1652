import type { ExitCode } from "../line/exit-code.ts";
import { defineVerb } from "../line/verb.ts";
import { inbox } from "./modem-inbox.ts";
import { info } from "./modem-info.ts";
import { modemAccess, modemOptions } from "./modem-options.ts";
import { ports } from "./modem-ports.ts";
import { trace } from "./modem-trace.ts";
import { ussd } from "./modem-ussd.ts";

/** What opens a modem. */
const opening = ["modem", "pin", "init"] as const;
/** What is said to somebody who names the modem as a word. */
const NAMED = "the modem is named by --modem";

export const modem = defineVerb({
	withoutPanel: true,
	examples: [
		["modem ports", "the serial ports of this machine"],
		["modem info --modem auto:", "whether it can send, and what to do if not"],
		["modem inbox --modem serial:///dev/ttyUSB0", "the messages that it keeps"],
		["modem ussd '*100#' --modem tcp://host:8081", "ask the network"],
		["modem ussd '*111#' --answer 1 --modem auto:", "and answer its menu"],
		["modem trace --info --modem virtual:", "every byte, both ways"],
	],
	actions: {
		ports: { instead: NAMED },
		info: { options: opening, instead: NAMED },
		inbox: { options: [...opening, "storage", "delete"], instead: NAMED },
		ussd: {
			options: [...opening, "answer", "timeout"],
			words: ["CODE", "'*100#'"],
		},
		trace: { options: [...opening, "info", "timeout"], instead: NAMED },
	},
	options: (yargs) =>
		modemOptions(yargs)
			.positional("code", { type: "string", describe: "ussd: what to ask" })
			.option("storage", {
				type: "string",
				requiresArg: true,
				describe: "inbox: this one only: SM, ME",
			})
			.option("delete", {
				type: "string",
				requiresArg: true,
				describe: "inbox: delete the message with that number, or all listed",
			})
			.option("info", {
				type: "boolean",
				default: false,
				describe: "trace: ask for what info shows",
			})
			.option("answer", {
				type: "string",
				array: true,
				nargs: 1,
				describe: "ussd: what to answer when the network asks; repeats",
			})
			.option("timeout", {
				type: "string",
				requiresArg: true,
				describe: "trace: stop by itself: 90s, 2m; ussd: how long to wait",
			}),
	async run({
		action,
		code = "",
		modem,
		pin,
		init,
		json,
		...more
	}): Promise<ExitCode> {
		const { showSecrets } = more;
		const request = {
			url: modem,
			json,
			showSecrets,
			...modemAccess(pin, init),
		};
		switch (action) {
			case "ports":
				return ports(request);
			case "info":
				return info(request);
			case "inbox":
				return inbox(request, more);
			case "ussd":
				return ussd(request, code, more.timeout, more.answer);
			case "trace":
				return trace(request, more);
		}
	},
});
