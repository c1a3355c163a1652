import type { Change } from "../panel/state/changes.ts";
import { stored } from "../panel/state/stored.ts";
import type { Arguments } from "../parameters/command-spec.ts";
import type { Value } from "../parameters/kind.ts";
import { blank } from "../parameters/parameter.ts";
import type { BoundCommand } from "./bound-command.ts";

/** Stands in place of a secret, whatever its length. */
export const MASK = "****";

const PIN = "users.*.pin";

/** Paths of the state that hold secrets; `*` is any id. */
const secretPaths: ReadonlySet<string> = new Set([
	"credentials.keyword",
	"credentials.installerCode",
	"credentials.accessCodes.*.code",
	PIN,
	"remote.people.*.otpKey",
	"remote.scriptSecret",
	"integrations.dc09.destinations.*.key",
	// Lines of scripts are messages with credentials and PINs.
	"remote.scripts.*.lines.*",
	// The answer to a query can name PINs.
	"runtime.outgoing.*.text",
	...Object.entries(stored).flatMap(([section, fields]) =>
		Object.entries(fields)
			.filter(([, { secret }]) => secret)
			.map(([name]) => `stored.${section}.${name}`),
	),
]);

/** A setting of another maker's panel is secret if its name says so. */
const SECRET_SETTING =
	/^stored\.language\.(?:code|.*(?:Code|Password|Key))\d*$/;

/** Where reports go: an address may name an account. */
const ADDRESS = "reporting.destinations.*.url";

/**
 * Accounts in a text masked, wherever they stand: in the address of a destination,
 * `ip://****@host:7000/CID`, and in a report in Contact ID, `**** 18 1130 00 003 7A5F`. An
 * account tells whose alarm it is, and who knows it can report in the panel's name where
 * no key is in use.
 */
export function withoutAccounts(text: string): string {
	return text.replace(ACCOUNT, MASK);
}

/** Where accounts stand in a text. */
export function accountsIn(
	text: string,
): readonly { readonly start: number; readonly end: number }[] {
	return Array.from(text.matchAll(ACCOUNT), ({ index, 0: found }) => ({
		start: index,
		end: index + found.length,
	}));
}

/** No destination is longer than its bound. */
const ACCOUNT =
	/(?<=:\/\/)[^\s@/,]{1,60}(?=@)|^[0-9B-F]{4}(?= 18 [13]\d{3} \d{2} \d{3} [0-9A-F]{4}$)/g;

function isSecretPath(path: string): boolean {
	return secretPaths.has(path) || SECRET_SETTING.test(path);
}

/** What has a secret below it. */
const aboveSecrets: ReadonlySet<string> = new Set(
	[...secretPaths, ADDRESS].flatMap((path) => {
		const parts = path.split(".");
		return parts.map((_, length) => parts.slice(0, length).join("."));
	}),
);

/** Most of a state, its log above all, need not be looked through. */
function mayHoldSecrets(path: string): boolean {
	return aboveSecrets.has(path) || /^stored(?:\.language|$)/.test(path);
}

/** A change with its values masked where the path holds a secret. */
export function masked(
	change: Change,
	showSecrets: boolean,
	pins: PinNames = new Map(),
): Change {
	const path = anyId(change.path);
	if (showSecrets || !(isSecretPath(path) || path === ADDRESS)) return change;
	const mask = (value: unknown) =>
		value === null ? value : maskedState(value, path, pins);
	return { ...change, from: mask(change.from), to: mask(change.to) };
}

/** Whether a path, with ids, is that of a secret: `users.1.pin`. */
export function isSecret(path: string): boolean {
	return isSecretPath(anyId(path));
}

/** An empty secret is shown as it is: it only says that there is none. */
function hidden(secret: unknown): unknown {
	return secret === "" ? secret : MASK;
}

/**
 * Stands in for PINs so that they can be told apart: within one output `PIN#2` is
 * always the same PIN, and the second one that was met.
 */
export type PinNames = Map<unknown, string>;

function pinName(pins: PinNames, pin: unknown): string {
	const name = pins.get(pin) ?? `PIN#${pins.size + 1}`;
	pins.set(pin, name);
	return name;
}

/**
 * A state, or a part of one at `path`, with every secret masked.
 * @param pins of the output that this is a part of
 */
export function maskedState(
	value: unknown,
	path = "",
	pins: PinNames = new Map(),
): unknown {
	if (path === PIN && value !== "") return pinName(pins, value);
	if (isSecretPath(path)) return hidden(value);
	if (path === ADDRESS) return withoutAccounts(String(value));
	if (!mayHoldSecrets(path)) return value;
	if (Array.isArray(value))
		return value.map((item) => maskedState(item, `${path}.*`, pins));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => [
			name,
			maskedState(member, path === "" ? name : `${path}.${name}`, pins),
		]),
	);
}

/** A value at a path with ids, `users.1.pin` or `users.1`, with every secret masked. */
export function maskedAt(
	path: string,
	value: unknown,
	pins: PinNames = new Map(),
): unknown {
	return maskedState(value, anyId(path), pins);
}

/** Every secret in a state, or in a part of one at `path`, so that they can be masked in texts. */
export function secretTexts(value: unknown, path = ""): readonly string[] {
	if (isSecretPath(path)) return [String(value)];
	if (!mayHoldSecrets(path)) return [];
	if (Array.isArray(value))
		return value.flatMap((item) => secretTexts(item, `${path}.*`));
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([name, member]) =>
		secretTexts(member, path === "" ? name : `${path}.${name}`),
	);
}

/** Arguments for JSON: a blank is null, a parameter that was left off is missing. */
export function argumentsJson(
	{ slots }: BoundCommand,
	args: Arguments,
	showSecrets: boolean,
): { readonly [name: string]: Value | null } {
	const shown: { [name: string]: Value | null } = {};
	for (const { name, secret } of slots) {
		const argument = args[name];
		if (argument === undefined) continue;
		if (argument === blank) shown[name] = null;
		else if (showSecrets) shown[name] = argument;
		else if (secret) shown[name] = MASK;
		else
			shown[name] =
				typeof argument === "string" ? withoutAccounts(argument) : argument;
	}
	return shown;
}

function anyId(path: string): string {
	return path.replace(/(?<=\.)\d+(?=\.|$)/g, "*");
}
