import type { Change } from "../panel/state/changes.ts";
import { stored } from "../panel/state/stored.ts";
import type { Arguments } from "../parameters/command-spec.ts";
import type { Value } from "../parameters/kind.ts";
import { blank } from "../parameters/parameter.ts";
import type { BoundCommand } from "./bound-command.ts";

/** Stands in place of a secret, whatever its length. */
export const MASK = "****";

/** Paths of the state that hold secrets; `*` is any id. */
const secretPaths: ReadonlySet<string> = new Set([
	"credentials.keyword",
	"credentials.installerCode",
	"credentials.accessCodes.*.code",
	"users.*.pin",
	"remote.people.*.otpKey",
	"remote.scriptSecret",
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

/** A change with its values masked where the path holds a secret. */
export function masked(change: Change, showSecrets: boolean): Change {
	if (showSecrets || !secretPaths.has(anyId(change.path))) return change;
	const mask = (value: unknown) => (value === null ? value : hidden(value));
	return { ...change, from: mask(change.from), to: mask(change.to) };
}

/** An empty secret is shown as it is: it only says that there is none. */
function hidden(secret: unknown): unknown {
	return secret === "" ? secret : MASK;
}

/** A state, or a part of one at `path`, with every secret masked. */
export function maskedState(value: unknown, path = ""): unknown {
	if (secretPaths.has(path)) return hidden(value);
	if (Array.isArray(value))
		return value.map((item) => maskedState(item, `${path}.*`));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => [
			name,
			maskedState(member, path === "" ? name : `${path}.${name}`),
		]),
	);
}

/** A value at a path with ids, `users.1.pin` or `users.1`, with every secret masked. */
export function maskedAt(path: string, value: unknown): unknown {
	return maskedState(value, anyId(path));
}

/** Every secret in a state, or in a part of one at `path`, so that they can be masked in texts. */
export function secretTexts(value: unknown, path = ""): readonly string[] {
	if (secretPaths.has(path)) return [String(value)];
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
		else shown[name] = secret && !showSecrets ? MASK : argument;
	}
	return shown;
}

function anyId(path: string): string {
	return path.replace(/(?<=\.)\d+(?=\.|$)/g, "*");
}
