import type { Diagnostic } from "../../../grammar/message/diagnostic.ts";
import type { Change } from "../../panel/state/changes.ts";
import type { Effect } from "../../panel/state/effect.ts";
import type { Value } from "../../parameters/kind.ts";
import type { Provenance } from "../../parameters/provenance.ts";

/** What came of one SMS, for programs. */
export interface ExchangeReport {
	/** What went back to the sender; null is silence. */
	readonly reply: string | null;
	readonly accepted: boolean;
	/** The command word as it was sent, or null where nobody may know it. */
	readonly command: string | null;
	readonly provenance: Provenance | null;
	/** By parameter; a blank is null, what was left off is not there. */
	readonly arguments: { readonly [name: string]: Value | null } | null;
	readonly changes: readonly Change[];
	readonly effects: readonly Effect[];
	/** Why it was refused or ignored, and where. */
	readonly diagnostics: readonly Diagnostic[];
}
