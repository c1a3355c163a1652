import { writeAddress } from "./address.ts";
import type { Deliver } from "./deliver.ts";
import { instantOf } from "./timestamp.ts";
import { textOf } from "./user-data.ts";
import { type Concatenation, decodeConcatenation } from "./user-data-header.ts";

/** One DELIVER, as far as the text that it brings goes. */
export interface ReceivedPart {
	/** The sender as `writeAddress` writes it. */
	readonly from: string;
	/**
	 * Whether the sender is a name. Anybody can choose any name, so it is never
	 * taken for a phone number, whatever it looks like.
	 */
	readonly named: boolean;
	/** Empty where the data is compressed. */
	readonly text: string;
	/** Service-centre time, milliseconds since 1970 in UTC; null where it is no time. */
	readonly sentAt: number | null;
	/** Which part of a longer message it is; null for a whole one. */
	readonly concatenation: Concatenation | null;
}

/** What a DELIVER brings. */
export function partOf({ oa, scts, ud }: Deliver): ReceivedPart {
	return {
		from: writeAddress(oa),
		named: oa.ton === "alphanumeric",
		text: textOf(ud) ?? "",
		sentAt: instantOf(scts),
		concatenation: decodeConcatenation(ud.header),
	};
}
