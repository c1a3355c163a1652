import type { Change } from "../panel/changes.ts";
import { stored } from "../panel/stored.ts";
import type { Arguments } from "../spec/command-spec.ts";
import type { Value } from "../spec/kind.ts";
import { blank } from "../spec/parameter.ts";
import type { BoundCommand } from "./bound-command.ts";

/** What stands in place of a secret. It does not tell how long the secret is. */
export const MASK = "****";

/** Paths of the state that hold secrets; `*` is any id. */
const secretPaths: ReadonlySet<string> = new Set([
	"credentials.keyword",
	"credentials.installerCode",
	"credentials.accessCodes.*.code",
	"users.*.pin",
	// Answers to queries name PINs.
	"runtime.outgoing.*.text",
	...Object.entries(stored).flatMap(([section, fields]) =>
		Object.entries(fields)
			.filter(([, { secret }]) => secret)
			.map(([name]) => `stored.${section}.${name}`),
	),
]);

/** A change with its values masked where the path holds a secret. */
export function masked(change: Change, showSecrets: boolean): Change {
	const path = change.path.replace(/(?<=\.)\d+(?=\.|$)/g, "*");
	if (showSecrets || !secretPaths.has(path)) return change;
	const mask = (value: unknown) => (value === null ? value : hidden(value));
	return { ...change, from: mask(change.from), to: mask(change.to) };
}

/** That there is no secret is none. */
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

/** Arguments for JSON: a blank is null, what was left off is not there. */
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
