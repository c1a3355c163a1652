import type { OpenChannel } from "../network/channel.ts";
import type { Rule } from "../network/channel-rule.ts";
import type { Network } from "../network/network.ts";
import { NetworkEnd } from "../simulation/network-end.ts";
import { submitsOf } from "../sms/outgoing-sms.ts";
import type { Clock } from "../time/clock.ts";
import { octetsOf } from "../transport/octets.ts";
import type { Transport } from "../transport/transport.ts";
import type { EquipmentOptions } from "../virtual-modem/equipment/equipment.ts";
import type { LineTrace } from "./line-trace.ts";
import type { PhoneNetwork } from "./phone-network.ts";

/** How programs reach the modem of a number. */
export type LineKind = "in-process" | "tcp" | "pty";

export interface WantedLine {
	readonly number: string;
	readonly kind: LineKind;
	readonly equipment: Omit<EquipmentOptions, "clock" | "line">;
}

/** A phone line with a modem, and where programs find it. */
export interface NetworkLine {
	readonly number: string;
	readonly kind: LineKind;
	/** `tcp://127.0.0.1:43917`, `pty:/tmp/…`; null within the process. */
	readonly url: string | null;
}

export interface LineNetworkOptions {
	readonly clock: Clock;
	readonly lines: readonly WantedLine[];
	readonly rules: readonly Rule[];
	/** Of the channel's chance. */
	readonly seed: number;
	/** Milliseconds that a message is on the air. */
	readonly airTime: number;
}

/** A text that a plain phone sent or got. */
export interface PhoneText {
	readonly direction: "sent" | "received";
	readonly text: string;
	/** Milliseconds since 1970-01-01T00:00:00Z. */
	readonly at: number;
}

/** Texts of one phone that are kept, the latest. */
const KEPT = 1000;

/** A phone network with modems at some numbers, and plain phones at all others. */
export class LineNetwork {
	readonly lines: readonly NetworkLine[];
	readonly channel: OpenChannel;
	/** What programs and modems said to each other. */
	readonly trace: LineTrace;
	readonly #clock: Clock;
	readonly #phones: PhoneNetwork;
	readonly #programs = new Map<string, Transport>();
	readonly #ends = new Map<string, NetworkEnd>();
	readonly #texts = new Map<string, PhoneText[]>();
	readonly #close: () => Promise<void>;
	#reference = 0;

	constructor(
		{ clock, lines }: Pick<LineNetworkOptions, "clock" | "lines">,
		parts: {
			readonly phones: PhoneNetwork;
			readonly channel: OpenChannel;
			readonly trace: LineTrace;
			/** Where programs find their lines. */
			readonly urls: ReadonlyMap<string, string>;
			/** Lets go of what the lines need besides. */
			readonly close: () => Promise<void>;
		},
	) {
		this.#clock = clock;
		this.#phones = parts.phones;
		this.#close = parts.close;
		this.channel = parts.channel;
		this.trace = parts.trace;
		const { urls } = parts;
		this.lines = lines.map(({ number, kind }) => ({
			number,
			kind,
			url: urls.get(number) ?? null,
		}));
		for (const { number, kind } of lines)
			if (kind === "in-process")
				this.#programs.set(number, this.#reader(this.connect(number)));
	}

	get network(): Network {
		return this.#phones.network;
	}

	/** The line of a program in this process to the modem of a number. */
	connect(number: string): Transport {
		return this.trace.atProgram(number, this.#phones.connect(number));
	}

	/**
	 * Sends bytes as the program at an in-process line; each character is one.
	 * @returns false where there is no such line
	 */
	async say(number: string, text: string): Promise<boolean> {
		const line = this.#programs.get(number);
		if (line === undefined) return false;
		await line.write(octetsOf(text));
		return true;
	}

	/**
	 * Sends a text from a phone, whether or not a modem is at its number.
	 * @returns why the network did not take it; null where it did
	 */
	text(from: string, to: string, text: string): string | null {
		if (!this.#hasModem(from)) {
			const handed = this.#end(from).text(to, text);
			if (handed !== "accepted") return refusalOf(handed);
			this.#keep(from, { direction: "sent", text, at: this.#clock.now() });
			return null;
		}
		this.#reference = (this.#reference + 1) % 256;
		const submits = submitsOf({ to, text, reference: this.#reference });
		if (!submits.ok) return submits.error.message;
		for (const submit of submits.value) {
			const answer = this.network.line(from).submit(submit);
			if (!answer.accepted) return refusalOf(answer);
		}
		this.#keep(from, { direction: "sent", text, at: this.#clock.now() });
		return null;
	}

	/** What a plain phone sent and got; a modem keeps its messages itself. */
	messages(number: string): readonly PhoneText[] {
		if (!this.#hasModem(number)) this.#end(number);
		return this.#texts.get(number) ?? [];
	}

	async close(): Promise<void> {
		for (const line of this.#programs.values()) await line.close();
		await this.#phones.close();
		await this.#close();
	}

	#hasModem(number: string): boolean {
		return this.lines.some((line) => line.number === number);
	}

	#end(number: string): NetworkEnd {
		const known = this.#ends.get(number);
		if (known !== undefined) return known;
		const line = this.network.line(number);
		const made = new NetworkEnd(this.#clock, line, ({ text }) =>
			this.#keep(number, {
				direction: "received",
				text,
				at: this.#clock.now(),
			}),
		);
		this.#ends.set(number, made);
		return made;
	}

	#keep(number: string, text: PhoneText): void {
		const texts = this.#texts.get(number) ?? [];
		if (texts.length === 0) this.#texts.set(number, texts);
		texts.push(text);
		if (texts.length > KEPT) texts.shift();
	}

	/** Reads what the modem says, so that the trace has it. */
	#reader(line: Transport): Transport {
		const read = async () => {
			for await (const _ of line.bytes);
		};
		read().catch(() => {});
		return line;
	}
}

function refusalOf(handed: unknown): string {
	if (handed === "away") return "the phone is off the network";
	if (handed === "impossible") return "no SMS carries this";
	return `the network refuses: +CMS ERROR: ${(handed as { readonly cms: number }).cms}`;
}
