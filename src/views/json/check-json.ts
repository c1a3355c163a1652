import type { Diagnostic } from "../../../grammar/message/diagnostic.ts";
import type { RowClass } from "../../models/language/row-class.ts";
import type { Provenance } from "../../parameters/provenance.ts";
import type { TextAlphabet } from "../../sms/segments.ts";
import type { MessageVerdict } from "../words/verdict.ts";

/**
 * A check for programs. Places count in the text as it was typed, in UTF-16 code
 * units.
 */
export interface CheckJson {
	readonly verdict: MessageVerdict;
	readonly ok: boolean;
	readonly text: string;
	/** Name of the model. */
	readonly model: string;
	/** By what it was judged: the panel as it is, the message's shape, a factory panel. */
	readonly judged: "panel" | "shape" | "factory";
	readonly command: string | null;
	readonly usage: string | null;
	readonly help: string | null;
	readonly provenance: Provenance | null;
	readonly source: string | null;
	/** The provenance in words. */
	readonly origin: string | null;
	/** A word about credentials that every manual prints. */
	readonly warning: string | null;
	readonly parameters: readonly CheckedParameter[];
	readonly sms: {
		readonly characters: number;
		readonly alphabet: TextAlphabet;
		readonly parts: number;
	};
	readonly diagnostics: readonly Diagnostic[];
	/** Models of whose panels it is a message; left out where there is none. */
	readonly elsewhere?: readonly string[];
	/** What another maker's command does; left out where commands are our own. */
	readonly does?: RowClass;
	/** What one wrong key makes of it, where that is dangerous. */
	readonly slips?: readonly {
		readonly command: string;
		readonly does: RowClass;
		readonly help: string;
		/** The other message; left out where secrets are masked. */
		readonly text?: string;
	}[];
	/** What a panel of the maker may do and the simulated one does not; left out where there is no such. */
	readonly remarks?: readonly string[];
}

export interface CheckedParameter {
	readonly name: string;
	readonly label: string;
	readonly action: "set" | "keep" | "clear" | "absent";
	readonly value: string;
	/** What the value is called, or what it means that there is none. */
	readonly meaning: string | null;
	readonly start: number;
	readonly end: number;
}
