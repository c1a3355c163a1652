import type { Argv } from "yargs";
import { UsageError } from "../line/exit-code.ts";
import type { GlobalOptions, OptionsOf } from "../line/verb.ts";
import {
	modemAccess,
	modemPlace,
	sessionOptions,
	validityOption,
} from "../modem/modem-options.ts";
import { planOptions } from "./plan-options.ts";

/** Options of planning, and of sending what is planned. */
export function applyOptions(yargs: Argv<GlobalOptions>) {
	const site = yargs.positional("site", {
		type: "string",
		describe: "what the panel is to be: YAML or JSON, or a plan",
	});
	return sessionOptions(validityOption(planOptions(site)))
		.option("from", {
			type: "string",
			requiresArg: true,
			describe:
				"what the panel has now: a panel-config.json, a snapshot, factory or unknown; else what the audit of the last run knows",
		})
		.option("number", {
			type: "string",
			requiresArg: true,
			describe: "the panel's number, where the site does not name it",
		})
		.option("modem", {
			type: "string",
			array: true,
			nargs: 1,
			describe:
				"where the modem is: serial:///dev/ttyUSB0?baud=115200, tcp://host:8081, auto:; repeat it for several at once",
		})
		.option("yes", {
			type: "boolean",
			default: false,
			describe: "send without asking",
		})
		.option("confirm", {
			type: "boolean",
			default: false,
			describe: "ask before each message",
		})
		.option("resume", {
			type: "boolean",
			default: false,
			describe: "go on where the last run stopped",
		})
		.option("dry-run", {
			type: "boolean",
			default: false,
			describe: "show what would be sent, and send nothing",
		})
		.option("max-sms", {
			type: "number",
			default: 50,
			requiresArg: true,
			describe: "send at most so many",
		})
		.option("read-pins", {
			type: "boolean",
			default: false,
			describe: "read PINs back; they cross the network in clear text",
		})
		.option("skip-mode", {
			type: "boolean",
			default: false,
			describe: "do not ask first whether the panel is armed",
		})
		.option("audit", {
			type: "string",
			requiresArg: true,
			describe:
				"the audit; else SITE.audit, and for many a folder, SITES.audits",
		});
}

export type ApplyOptions = OptionsOf<ReturnType<typeof applyOptions>>;

/** The modems of a command line. */
export interface ModemWish {
	/** A text where the environment says it. */
	readonly modem?: string | readonly string[] | undefined;
	readonly pin?: string | undefined;
	readonly init?: readonly string[] | undefined;
}

/** @throws UsageError for none, a wrong one, one that is named twice, or one that reaches no panel */
export function modemsOf({ modem, pin, init }: ModemWish) {
	const urls = modem === undefined ? [] : [modem].flat();
	if (new Set(urls).size < urls.length)
		throw new UsageError("--modem names one modem twice");
	const [first, ...others] = urls;
	const places = [first, ...others].map((url) => modemPlace(url));
	if (places.some(({ kind }) => kind === "virtual"))
		throw new UsageError(
			"--modem virtual: has no panel behind it that could answer; --to simulator sends to a throw-away panel, without a modem",
		);
	return {
		places,
		access: modemAccess(pin, init),
	};
}

/** @throws UsageError for what is no number of SMS */
export function mostSmsOf(most: number): number {
	if (Number.isInteger(most) && most >= 1) return most;
	throw new UsageError("--max-sms: a whole number of SMS, 1 or more");
}
