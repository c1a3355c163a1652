import { randomBytes } from "node:crypto";
import { shown } from "../../../grammar/message/terminal-text.ts";
import { KEY, KEY_FORM } from "../../receivers/dc09/key-form.ts";
import { listenForReports } from "../../receivers/dc09/listen.ts";
import {
	type ReceiverFault,
	receiverFaults,
} from "../../receivers/dc09/receiver-faults.ts";
import type { Received } from "../../receivers/dc09/receiving-end.ts";
import { systemClock } from "../../time/system-clock.ts";
import { wishToEnd } from "../line/ending.ts";
import { ExitCode, InputError, UsageError } from "../line/exit-code.ts";
import { placeIn } from "../line/listening-place.ts";
import { complain } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";
import { printEvent, printEventJson } from "../run/event-output.ts";
import { secretsIn } from "../site/secrets-file.ts";

export const receiver = defineVerb({
	withoutPanel: true,
	examples: [
		["receiver", "a receiver at a port that is free; it prints each frame"],
		[
			"receiver --listen 127.0.0.1:7000 --account 1234",
			"for ip://1234@127.0.0.1:7000/CID; other accounts get NAK",
		],
		[
			"receiver --account 1234 --keys receiver.secrets",
			"encrypted, with 1234=KEY in that file, for its owner only",
		],
		["receiver --fault slow", "to see what a panel does with a slow one"],
	],
	options: (yargs) =>
		yargs
			.option("listen", {
				type: "string",
				default: "127.0.0.1:0",
				requiresArg: true,
				describe:
					"where, by TCP and UDP; port 0 picks one; elsewhere than on this machine it needs --expose",
			})
			.option("expose", {
				type: "boolean",
				default: false,
				describe: "let other machines reach it",
			})
			.option("account", {
				type: "string",
				array: true,
				default: [] as string[],
				requiresArg: true,
				describe: "an account that may report; else any may, in clear",
			})
			.option("keys", {
				type: "string",
				requiresArg: true,
				describe: "a file of ACCOUNT=KEY, in hexadecimal, with mode 0600",
			})
			.option("fault", {
				choices: Object.keys(receiverFaults) as ReceiverFault[],
				requiresArg: true,
				describe: `what it does wrong: ${Object.entries(receiverFaults)
					.map(([name, what]) => `${name}, ${what}`)
					.join("; ")}`,
			})
			.option("any-time", {
				type: "boolean",
				default: false,
				describe: "take frames of any time of day",
			}),
	async run({ listen, expose, account, keys, fault, anyTime, json }) {
		const ended = wishToEnd();
		const { host, port } = placeIn("--listen", listen, expose);
		const accounts = await keyed(account, keys);
		const listening = await listenForReports({
			host,
			port,
			accounts,
			clock: systemClock,
			chance: randomBytes,
			anyAccount: account.length === 0,
			checksTime: !anyTime,
			slowness: 3000,
			fault: () => fault ?? null,
			onFrame: (received, carrier) => {
				if (json)
					printEventJson(systemClock.now(), { carrier, ...told(received) });
				else printEvent(shown(`${carrier} ${lineOf(received)}`));
			},
		});
		const at = `${host.includes(":") ? `[${host}]` : host}:${listening.port}`;
		if (json) printEventJson(systemClock.now(), { listening: at });
		else complain(`listening at ${at}, by TCP and UDP`);
		await ended;
		await listening.close();
		return ExitCode.ok;
	},
});

/**
 * The key of each account; null for one that reports in clear.
 * @throws UsageError or InputError where a key would be of no use
 */
async function keyed(
	named: readonly string[],
	file: string | undefined,
): Promise<ReadonlyMap<string, Uint8Array | null>> {
	for (const account of named)
		if (!ACCOUNT.test(account))
			throw new UsageError(
				`--account: 3 to 16 hexadecimal digits, not ${account}`,
			);
	const accounts = named.map((account) => account.toUpperCase());
	if (file === undefined)
		return new Map(accounts.map((account) => [account, null]));
	if (accounts.length === 0)
		throw new UsageError(
			"--keys: only with --account; without one any account may report in clear",
		);
	const keys = await keysIn(file);
	for (const account of keys.keys())
		if (!accounts.includes(account))
			throw new InputError(
				`${file}: ${account} is not among the accounts; --account ${account} makes it one`,
			);
	for (const account of accounts)
		if (!keys.has(account))
			complain(`${account} reports in clear: ${file} has no key for it`);
	return new Map(
		accounts.map((account) => [account, keys.get(account) ?? null]),
	);
}

const ACCOUNT = /^[0-9A-Fa-f]{3,16}$/;

/**
 * The keys in a file, by accounts in capitals.
 * @throws InputError
 */
async function keysIn(file: string): Promise<Map<string, Uint8Array>> {
	const keys = new Map<string, Uint8Array>();
	for (const [name, key = ""] of Object.entries(await secretsIn(file))) {
		const account = name.toUpperCase();
		if (!KEY.test(key))
			throw new InputError(`${file}: the key of ${name} is ${KEY_FORM}`);
		if (keys.has(account))
			throw new InputError(`${file}: ${account} stands there twice`);
		keys.set(account, Buffer.from(key, "hex"));
	}
	return keys;
}

/** `1234 ADM-CID 0002 #1234|1130 00 003 [H…]: ACK` */
function lineOf({ frame, refusal, answer }: Received): string {
	const said =
		frame === null
			? "a frame"
			: [
					frame.account,
					`${frame.encrypted ? "*" : ""}${frame.id}`,
					`${frame.sequence}`.padStart(4, "0"),
					...(frame.data === "" ? [] : [frame.data]),
					...frame.extended.map((each) => `[${each}]`),
				].join(" ");
	const why = refusal === null ? "" : `, ${refusal}`;
	return `${said}: ${answerWord(answer)}${why}`;
}

function told({ frame, refusal, answer }: Received): object {
	const time = frame?.time ?? null;
	return {
		frame:
			frame === null
				? null
				: { ...frame, time: time === null ? null : new Date(time) },
		refusal,
		answer: answer === null ? null : answerWord(answer),
	};
}

function answerWord(answer: string | null): string {
	return /"\*?([A-Z]+)"/.exec(answer ?? "")?.[1] ?? "no answer";
}
