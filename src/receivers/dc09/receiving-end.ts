import { SECOND } from "../../time/units.ts";
import { opened } from "./answer.ts";
import { writeContent } from "./content.ts";
import { encrypted } from "./encryption.ts";
import { type CrcForm, type Frame, readFrame, writeFrame } from "./frame.ts";

/** Frames that are older than this, or from so far ahead, are refused. (DC-09) */
const OLDEST = 40 * SECOND;
const AHEAD = 20 * SECOND;

/** What a receiver knows of those that report to it. */
export interface ReceivingOptions {
	/** The key of each account, in capitals; null for one that reports in clear. */
	readonly accounts: ReadonlyMap<string, Uint8Array | null>;
	/** Whether accounts that are not listed may report in clear. */
	readonly anyAccount: boolean;
	/** Whether the time of day in a frame is compared with ours. */
	readonly checksTime: boolean;
	readonly chance: (count: number) => Uint8Array;
}

/** A frame as a receiver understood it. */
export interface ReceivedFrame {
	readonly id: string;
	readonly encrypted: boolean;
	readonly sequence: number;
	readonly account: string;
	readonly data: string;
	readonly extended: readonly string[];
	/** Milliseconds since 1970; null where none is given. */
	readonly time: number | null;
}

/** What a receiver makes of a frame. */
export interface Received {
	/** What was said; null where it could not be read or is refused. */
	readonly frame: ReceivedFrame | null;
	/** Why it is refused; null where it is not. */
	readonly refusal: string | null;
	/** The whole answer; null for silence. */
	readonly answer: string | null;
}

/**
 * What a receiver says to one frame, from LF to CR. A frame whose CRC is wrong gets
 * no answer, an event that is none a DUH, and all else that is wrong a NAK.
 *
 * @param now milliseconds since 1970
 */
export function receive(
	octets: string,
	options: ReceivingOptions,
	now: number,
): Received {
	const read = readFrame(octets);
	if (read === null) return refused("it is no frame", null);
	const { frame, crcForm } = read;
	const nak = (why: string) => refused(why, nakAt(now, crcForm));
	if (!read.crcHolds) return refused("its CRC does not hold", null);
	if (!read.lengthHolds) return nak("its length does not hold");
	const account = frame.account?.toUpperCase() ?? "";
	const key = options.accounts.get(account);
	if (key === undefined && !options.anyAccount)
		return nak(`account ${account} is not known`);
	if (frame.encrypted !== (key ?? null) instanceof Uint8Array)
		return nak(
			frame.encrypted
				? "it is encrypted, and there is no key for the account"
				: "it is in clear, and the account has a key",
		);
	const content = opened(frame, key ?? null);
	if (content === null)
		return nak(
			frame.encrypted
				? "the account's key does not open it"
				: "its content cannot be read",
		);
	const { time } = content;
	if (frame.encrypted && time === null) return nak("it has no time of day");
	if (options.checksTime && time !== null) {
		if (now - time > OLDEST) return nak("it is more than 40 s old");
		if (time - now > AHEAD) return nak("it is more than 20 s ahead");
	}
	const { id, encrypted: isEncrypted, sequence } = frame;
	const said: ReceivedFrame = {
		id,
		encrypted: isEncrypted,
		sequence,
		account,
		...content,
	};
	const word = forms.get(id)?.test(content.data) ? "ACK" : "DUH";
	return {
		frame: said,
		refusal: word === "ACK" ? null : "it is no event that can be processed",
		answer: answer(word, frame, key ?? null, options, now, crcForm),
	};
}

/** A NAK, which bears the receiver's time and no account. */
export function nakAt(now: number, crc: CrcForm = "digits"): string {
	return writeFrame(
		{
			id: "NAK",
			encrypted: false,
			sequence: 0,
			receiver: "0",
			line: "0",
			account: null,
			body: writeContent({ data: "", extended: [], time: now }),
		},
		crc,
	);
}

/** An answer to a frame: `ACK`, `DUH`, or `RSP` with data. */
export function answer(
	id: "ACK" | "DUH" | "RSP",
	frame: Pick<Frame, "sequence" | "receiver" | "line" | "account">,
	key: Uint8Array | null,
	{ chance }: Pick<ReceivingOptions, "chance">,
	now: number,
	crc: CrcForm = "digits",
): string {
	const { sequence, receiver, line, account } = frame;
	const time = key === null ? null : now;
	const text = writeContent({ data: "", extended: [], time });
	return writeFrame(
		{
			id,
			sequence,
			receiver,
			line,
			account,
			encrypted: key !== null,
			body: key === null ? text : encrypted(text, key, chance),
		},
		crc,
	);
}

/** What the data of a message looks like that can be processed. */
const forms: ReadonlyMap<string, RegExp> = new Map([
	["NULL", /^/],
	["ADM-CID", /^(?:#?[0-9A-F]{3,16})?\|[136]\d{3} \d\d \d{3}$/],
	["SIA-DCS", /^(?:#?[0-9A-F]{3,16})?\|N?[^|]*[A-Z]{2}[^|]*/],
]);

function refused(refusal: string, said: string | null): Received {
	return { frame: null, refusal, answer: said };
}
