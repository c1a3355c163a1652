/** A JSON object of unknown content. */
export type JsonObject = { readonly [key: string]: unknown };

/** How a document of one version becomes one of the next. */
export interface Migration {
	readonly from: number;
	readonly to: number;
	/**
	 * Pure and total: it passes on what it does not understand, which the schema
	 * then reports. The caller sets `schemaVersion`.
	 */
	migrate(document: JsonObject): JsonObject;
}

/** In order. Empty: version 1 is the first that was released. */
export const migrations: readonly Migration[] = [];

/**
 * A document brought from a version to the current one, or null when the list
 * does not lead there.
 */
export function migrated(
	document: JsonObject,
	from: number,
	current: number,
	steps: readonly Migration[],
): JsonObject | null {
	let present = document;
	let version = from;
	for (const { from: start, to, migrate } of steps) {
		if (start !== version) continue;
		present = { ...migrate(present), schemaVersion: to };
		version = to;
	}
	return version === current ? present : null;
}
