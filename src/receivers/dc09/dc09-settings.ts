import { SECOND } from "../../time/units.ts";
import type { EventForm } from "../receiver-address.ts";
import type { CrcForm } from "./frame.ts";

/** How a destination is spoken to. Lengths of time are milliseconds. */
export interface Dc09Settings {
	/** 16, 24 or 32 octets; null where frames go in clear. */
	readonly key: Uint8Array | null;
	/** Most time for a connection. */
	readonly connect: number;
	/** Most time for an answer. */
	readonly answer: number;
	/** Tries in a row before the panel's own rule of groups and retries. */
	readonly tries: number;
	/** After so long without another frame a NULL is sent; null for never. */
	readonly supervision: number | null;
	/** NULLs in a row without an answer before the line counts as lost. */
	readonly missed: number;
	readonly crc: CrcForm;
	/** What is sent, where it is not what the URL says. */
	readonly form: EventForm | null;
	/** Whether frames bear the panel's time for the machine's: for receivers in tests. */
	readonly panelTime: boolean;
}

export const usualSettings: Dc09Settings = {
	key: null,
	connect: 10 * SECOND,
	answer: 10 * SECOND,
	tries: 3,
	supervision: null,
	missed: 3,
	crc: "digits",
	form: null,
	panelTime: false,
};
