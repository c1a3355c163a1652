/** What a receiver does wrong, so that a sender can be tried. */
export const receiverFaults = {
	silence: "no answer",
	nak: "NAK to everything",
	duh: "DUH to everything",
	"wrong-sequence": "an ACK of another sequence number",
	cut: "the connection is cut before the answer",
	half: "half an answer, then the connection is cut",
	slow: "the answer late, and in two pieces",
} as const;

export type ReceiverFault = keyof typeof receiverFaults;
