import { type FrameContent, readContent } from "./content.ts";
import { decrypted } from "./encryption.ts";
import { type Frame, readFrame } from "./frame.ts";

/** What a receiver says to a frame. */
export type ReceiverAnswer =
	| { readonly type: "ACK" | "RSP" | "DUH" }
	/** Its clock, where it gives one: milliseconds since 1970. */
	| { readonly type: "NAK"; readonly time: number | null }
	/** No answer to this frame. */
	| { readonly type: "stray"; readonly why: string };

/**
 * What an answer says to a frame that was sent. It goes by sequence and account,
 * and lets pass what receivers write otherwise. Where the frame was encrypted, a
 * clear ACK is none: anybody on the way could have written it.
 *
 * @param octets one frame, from LF to CR
 * @param key of the destination; null where nothing is encrypted
 */
export function readAnswer(
	octets: string,
	sent: Pick<Frame, "sequence" | "account">,
	key: Uint8Array | null,
): ReceiverAnswer {
	if (/^\n"NAK"\r$/.test(octets)) return { type: "NAK", time: null };
	const read = readFrame(octets);
	if (read === null) return stray("it is no frame");
	if (!read.crcHolds) return stray("its CRC does not hold");
	const { frame } = read;
	// A NAK is never encrypted and names no account.
	if (frame.id === "NAK") {
		const time = frame.encrypted ? null : readContent(frame.body)?.time;
		return { type: "NAK", time: time ?? null };
	}
	const { id } = frame;
	if (id !== "ACK" && id !== "DUH" && id !== "RSP")
		return stray(`${id} is no answer`);
	if (frame.sequence !== sent.sequence)
		return stray("it answers another sequence number");
	if (!isSameAccount(frame.account, sent.account))
		return stray("it is for another account");
	if (key !== null && id !== "DUH" && !frame.encrypted)
		return stray("it is in clear, and the frame was encrypted");
	if (frame.encrypted && (key === null || opened(frame, key) === null))
		return stray("it is encrypted with another key");
	return { type: id };
}

/** What is in a frame; null where the key does not open it. */
export function opened(
	{ encrypted, body }: Frame,
	key: Uint8Array | null,
): FrameContent | null {
	if (!encrypted) return readContent(body);
	const text = key === null ? null : decrypted(body, key);
	return text === null ? null : readContent(text);
}

function isSameAccount(a: string | null, b: string | null): boolean {
	return a === null || b === null || a.toUpperCase() === b.toUpperCase();
}

function stray(why: string): ReceiverAnswer {
	return { type: "stray", why };
}
