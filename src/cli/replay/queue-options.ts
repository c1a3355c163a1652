import type { Argv } from "yargs";
import {
	type QueueAddress,
	queueAddress,
} from "../../replay/queue/queue-address.ts";
import { CORPUS_TOKEN } from "../line/environment.ts";
import { UsageError } from "../line/exit-code.ts";
import { isLoopback } from "../line/listening-place.ts";

/** Options of a replay by workers. */
export function queueOptions<O>(yargs: Argv<O>) {
	return yargs
		.option("queue", {
			type: "string",
			requiresArg: true,
			describe:
				"let workers run it, at this Redis: redis://HOST:PORT/DB; `alarmpanel worker` is one",
		})
		.option("resume", {
			type: "string",
			requiresArg: true,
			describe:
				"with --queue: keep what came in this file, and go on from there when it is started again",
		})
		.option("serve-corpus", {
			type: "string",
			requiresArg: true,
			describe:
				"with --queue: let workers fetch the corpus from HOST:PORT; ALARMPANEL_CORPUS_TOKEN is the token",
		})
		.option("http", {
			type: "string",
			requiresArg: true,
			describe: "with --queue: tell how it stands at http://HOST:PORT/metrics",
		})
		.option("expose", {
			type: "boolean",
			default: false,
			describe: "let other machines reach --serve-corpus and --http",
		});
}

/** @throws UsageError */
export function queueAt(text: string): QueueAddress {
	const address = queueAddress(text);
	if (address !== null) return address;
	// It is not shown: it may hold a password.
	throw new UsageError(
		"--queue: a Redis, as redis://127.0.0.1:6379 or redis://user:password@host:6379/2",
	);
}

/**
 * The place in HOST:PORT.
 * @throws UsageError for what is none, or one of other machines that is not exposed
 */
export function listenAt(
	option: string,
	text: string,
	expose: boolean,
): { readonly host: string; readonly port: number } {
	const read = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+):(\d{1,5})$/i.exec(text);
	const [, written = "", port = ""] = read ?? [];
	if (read === null || Number(port) > 65_535)
		throw new UsageError(
			`--${option}: HOST:PORT with an address of this machine, as 127.0.0.1:8090, not ${text}`,
		);
	const host = written.replace(/^\[|\]$/g, "");
	if (!isLoopback(host) && !expose)
		throw new UsageError(
			`--${option}: ${host} is open to other machines; --expose allows that`,
		);
	return { host, port: Number(port) };
}

/**
 * The token of `--serve-corpus` in the environment, or null where there is none.
 * @throws UsageError for one that is easy to guess
 */
export function corpusToken(): string | null {
	const given = process.env[CORPUS_TOKEN] ?? "";
	if (given === "") return null;
	if (/^[\x21-\x7e]{16,200}$/.test(given)) return given;
	throw new UsageError(
		"ALARMPANEL_CORPUS_TOKEN: 16 to 200 characters without blanks; openssl rand -hex 24 makes one",
	);
}
