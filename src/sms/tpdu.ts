/** The TPDUs that a phone or modem sees on its AT line. */
import { type Deliver, decodeDeliver, encodeDeliver } from "./deliver.ts";
import type { OctetReader } from "./octet-reader.ts";
import type { OctetWriter } from "./octet-writer.ts";
import {
	decodeStatusReport,
	encodeStatusReport,
	type StatusReport,
} from "./status-report.ts";
import { decodeSubmit, encodeSubmit, type Submit } from "./submit.ts";

export type Tpdu = Deliver | Submit | StatusReport;

export type TpduType = Tpdu["type"];

// TP-MTI. The same values mean DELIVER-REPORT, SUBMIT-REPORT and COMMAND in
// the other direction, where no AT client sends them. The fourth is reserved,
// and 23.040 (9.2.3.1) has a phone read it as a DELIVER.
const byMessageType = [
	"deliver",
	"submit",
	"status-report",
	"deliver",
] as const;

/** The type that a TPDU's first octet says. */
function typeOf(firstOctet: number): TpduType {
	return byMessageType[firstOctet & 3] ?? "deliver";
}

/** Puts a TPDU of any type. */
export function encodeTpdu(writer: OctetWriter, tpdu: Tpdu): void {
	switch (tpdu.type) {
		case "deliver":
			encodeDeliver(writer, tpdu);
			break;
		case "submit":
			encodeSubmit(writer, tpdu);
			break;
		case "status-report":
			encodeStatusReport(writer, tpdu);
	}
}

const decoders: { readonly [T in TpduType]: (reader: OctetReader) => Tpdu } = {
	deliver: decodeDeliver,
	submit: decodeSubmit,
	"status-report": decodeStatusReport,
};

/** Takes a TPDU of a given type, or of the one that its first octet says. */
export function decodeTpdu(
	reader: OctetReader,
	type: TpduType = typeOf(reader.peek(0)),
): Tpdu {
	return decoders[type](reader);
}
