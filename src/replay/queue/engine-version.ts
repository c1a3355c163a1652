import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import packageJson from "../../../package.json" with { type: "json" };
import { addedLanguages, modelNamed } from "../../models/models.ts";

/**
 * The version, and a hash of the script that runs: two builds of one version may
 * differ. Two with the same one give the same digest of the same corpus.
 */
export const engineVersion = `${packageJson.version}-${scriptHash()}`;

/** The built command line is one script, and this module is in it. */
function scriptHash(): string {
	return sha256(readFileSync(new URL(import.meta.url))).slice(0, 8);
}

/** A language that a run needs besides those that are code, and what its file says. */
export interface NeededLanguage {
	readonly name: string;
	readonly sha256: string;
}

/** The languages that somebody asked for in this process. */
export function languagesInUse(): readonly NeededLanguage[] {
	return addedLanguages().map((file) => ({
		name: file.name,
		sha256: sha256(Buffer.from(JSON.stringify(file))),
	}));
}

/** The first language that this process has not, or has otherwise; null where it has all. */
export function missingLanguage(
	needed: readonly NeededLanguage[],
): NeededLanguage | null {
	for (const { name } of needed) modelNamed(name);
	const own = languagesInUse();
	const isMissing = (one: NeededLanguage) =>
		!own.some(({ name, sha256 }) => name === one.name && sha256 === one.sha256);
	return needed.find(isMissing) ?? null;
}

export function sha256(bytes: Uint8Array): string {
	return createHash("sha256").update(bytes).digest("hex");
}
