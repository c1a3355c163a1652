import { dirname, resolve } from "node:path";
import type { Dc09OnFile } from "../derive/dc09-schema.ts";
import {
	type Dc09Settings,
	usualSettings,
} from "../receivers/dc09/dc09-settings.ts";
import { KEY, KEY_FORM } from "../receivers/dc09/key-form.ts";
import { ConfigFileError } from "../store/config-file-error.ts";
import { readText } from "../store/read-text.ts";
import { whyUnread } from "../store/system-error.ts";
import { SECOND } from "../time/units.ts";

/** How each destination of a panel is spoken to, by its number. */
export type ReceiverSettings = (destination: number) => Dc09Settings;

/** Keys by the number of their destination, as `ALARMPANEL_DC09_KEYS` has them. */
export type ReceiverKeys = ReadonlyMap<number, string>;

/**
 * Reads `1=HEX 2=HEX`.
 * @returns what is wrong with it, without a key, or the keys
 */
export function readReceiverKeys(text: string): ReceiverKeys | string {
	const keys = new Map<number, string>();
	for (const part of text.split(/[\s,]+/).filter((each) => each !== "")) {
		const [, id = "", key = ""] = /^([1-8])=(.*)$/.exec(part) ?? [];
		if (id === "") return "1=KEY 2=KEY, with the numbers of destinations";
		if (!KEY.test(key)) return `the key of destination ${id} is ${KEY_FORM}`;
		keys.set(Number(id), key);
	}
	return keys;
}

/**
 * The settings of a panel's file; keys of the environment go before its own.
 * @throws ConfigFileError for a key file that cannot be used
 */
export async function receiverSettings(
	file: string,
	dc09: Dc09OnFile | undefined,
	keys: ReceiverKeys,
): Promise<ReceiverSettings> {
	const known = new Map<number, Dc09Settings>();
	const panelTime = dc09?.panelTime ?? false;
	const listed = dc09?.destinations ?? [];
	for (const [at, one] of listed.entries()) {
		const { id, keyFile, supervision, connect, answer } = one;
		const path = `integrations.dc09.destinations.${at}.keyFile`;
		const key =
			keys.get(id) ??
			one.key ??
			(keyFile === undefined ? undefined : await keyIn(file, keyFile, path));
		known.set(id, {
			...usualSettings,
			panelTime,
			key: key === undefined ? null : Buffer.from(key, "hex"),
			supervision: supervision === undefined ? null : supervision * SECOND,
			connect: connect === undefined ? usualSettings.connect : connect * SECOND,
			answer: answer === undefined ? usualSettings.answer : answer * SECOND,
			missed: one.missed ?? usualSettings.missed,
			tries: one.tries ?? usualSettings.tries,
			crc: one.crc ?? usualSettings.crc,
			form: one.form ?? null,
		});
	}
	return (destination) => {
		const settings = known.get(destination);
		if (settings !== undefined) return settings;
		const key = keys.get(destination);
		return {
			...usualSettings,
			panelTime,
			key: key === undefined ? null : Buffer.from(key, "hex"),
		};
	};
}

/** @throws ConfigFileError */
async function keyIn(
	file: string,
	keyFile: string,
	path: string,
): Promise<string> {
	const place = resolve(dirname(file), keyFile);
	const wrong = (rule: string) =>
		new ConfigFileError(file, "config/rule", [{ path, rule }]);
	const text = await readText(place, { own: true }).catch((error) => {
		throw wrong(`the key cannot be read: ${whyUnread(error)}`);
	});
	const key = text.trim();
	if (!KEY.test(key))
		throw wrong(`${keyFile} holds ${KEY_FORM}, this does not`);
	return key;
}
