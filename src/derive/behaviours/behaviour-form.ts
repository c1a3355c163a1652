import type { Provenance } from "../../parameters/provenance.ts";

/** One thing that the panel does, with its source. */
export interface Behaviour {
	/** Stable: `entry/shortest`, `reaction/home-omit`. */
	readonly id: string;
	readonly rule: string;
	readonly provenance: Provenance;
	/** Tags of `panel-commands.md`, or the standard. */
	readonly source: string;
	/** Why we read the source so; "" where it says so itself. */
	readonly reason: string;
}

export function family(
	id: string,
	rule: string,
	source: string,
	reason = "",
): Behaviour {
	return { id, rule, provenance: "family", source, reason };
}

export function inferred(
	id: string,
	rule: string,
	source: string,
	reason: string,
): Behaviour {
	return { id, rule, provenance: "inferred", source, reason };
}

export function extension(id: string, rule: string, reason: string): Behaviour {
	return { id, rule, provenance: "extension", source: "none", reason };
}
