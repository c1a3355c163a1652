import { readAddress } from "../../sms/address.ts";
import { encodePdu, type WrittenPdu } from "../../sms/pdu.ts";
import type { Encoded } from "../../sms/pdu-error.ts";
import type { Tpdu } from "../../sms/tpdu.ts";
import type { MemoryMessage } from "../equipment/message-store.ts";

/** A TPDU after the address of the service centre; without an address where that is empty. */
export function writtenPdu(
	tpdu: Tpdu,
	serviceCentre: string,
): Encoded<WrittenPdu> {
	return encodePdu(
		tpdu,
		serviceCentre === "" ? null : readAddress(serviceCentre),
	);
}

/** The PDU of a stored message. Each has one: it was checked before it was stored. */
export function pduOf({ tpdu, serviceCentre }: MemoryMessage): WrittenPdu {
	const written = writtenPdu(tpdu, serviceCentre);
	if (!written.ok)
		throw new Error(
			`a stored message has no PDU: ${written.error.path}: ${written.error.message}`,
		);
	return written.value;
}
