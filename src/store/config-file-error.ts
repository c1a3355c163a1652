import { basename } from "node:path";
import type { ConfigFault } from "../derive/config-faults.ts";
import { nearestName } from "../derive/nearest-name.ts";

/** Why a configuration cannot be used. Stable, for programs. */
export type ConfigFileErrorCode =
	| "config/missing"
	| "config/unreadable"
	| "config/json"
	| "config/version"
	| "config/model"
	| "config/rule";

/** Most faults that the message names. */
const LISTED = 100;

/** Most characters of a path that it shows. */
const LONGEST = 300;

/**
 * A configuration file that cannot be used, with everything that is wrong in it;
 * its message names the first hundred.
 * The file is left as it is. No value is quoted, because it may be a PIN.
 */
export class ConfigFileError extends Error {
	override readonly name = "ConfigFileError";
	readonly file: string;
	readonly code: ConfigFileErrorCode;
	/** At least one. The path "" is the whole file. */
	readonly faults: readonly ConfigFault[];
	/** Where the JSON breaks off, counted from 1; null for everything else. */
	readonly position: { readonly line: number; readonly column: number } | null;

	constructor(
		file: string,
		code: ConfigFileErrorCode,
		faults: readonly ConfigFault[],
		position: ConfigFileError["position"] = null,
	) {
		const where =
			position === null ? "" : `:${position.line}:${position.column}`;
		const lines = faults
			.slice(0, LISTED)
			.map(({ path, rule }) =>
				path === "" ? rule : `${shortened(path)}: ${rule}`,
			);
		const more = faults.length - lines.length;
		if (more > 0) lines.push(`and ${more} more`);
		super(
			lines.length === 1
				? `${basename(file)}${where}: ${lines[0]}`
				: `${basename(file)}: ${faults.length} things are wrong\n${lines.map((line) => `  ${line}`).join("\n")}`,
		);
		this.file = file;
		this.code = code;
		this.faults = faults;
		this.position = position;
	}
}

/** A key can be as long as the file. */
function shortened(text: string): string {
	return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} …`;
}

/** The file names a model that does not exist. */
export function unknownModel(
	file: string,
	written: string,
	known: readonly string[],
): ConfigFileError {
	const near = nearestName(written, known);
	const hint = near === null ? "" : ` (did you mean ${near}?)`;
	return new ConfigFileError(file, "config/model", [
		{ path: "model", rule: `one of ${known.join(", ")}${hint}` },
	]);
}
