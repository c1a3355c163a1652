import type { WrittenPdu } from "../../src/sms/pdu.ts";
import { deliverPdus } from "./deliver-pdus.ts";

export const [first = nothing(), second = nothing(), third = nothing()] =
	deliverPdus("x".repeat(400));
export const [hello = nothing()] = deliverPdus("hello");
export const [goodbye = nothing()] = deliverPdus("goodbye");
export const long = "x".repeat(400);

export function cmgr({ hex, tpduLength }: WrittenPdu): string {
	return `+CMGR: 0,,${tpduLength}\n${hex}`;
}

export function cmgl(
	index: number,
	{ hex, tpduLength }: WrittenPdu,
	status = 1,
) {
	return `+CMGL: ${index},${status},,${tpduLength}\n${hex}`;
}

export function deletable(...indices: number[]) {
	return Object.fromEntries(
		indices.map((index) => [`AT+CMGD=${index}`, ["OK"]]),
	);
}

export function deleted(written: readonly string[]): number[] {
	return written.flatMap((command) => {
		const index = /^AT\+CMGD=(\d+)$/.exec(command)?.[1];
		return index === undefined ? [] : [Number(index)];
	});
}

export function nothing(): WrittenPdu {
	throw new Error("the text has fewer parts");
}
