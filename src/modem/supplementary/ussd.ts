/** USSD: questions to the network like `*100#` (3GPP TS 27.007, 7.15: +CUSD). */
import { isGsm7 } from "../../sms/gsm7.ts";
import { writeHex } from "../../sms/hex.ts";
import { encodeUssd } from "../../sms/ussd.ts";
import type { Clock } from "../../time/clock.ts";
import { wait } from "../../time/wait.ts";
import { adviceOn, describeAtError } from "../at/at-error.ts";
import type { Indication } from "../at/unsolicited.ts";
import {
	type ModemEvent,
	type UssdState,
	ussdStates,
} from "../link/modem-event.ts";
import type { ModemLink, OnlineModem } from "../link/modem-link.ts";
import { encodeText } from "../link/text-mode.ts";
import { readUssdText } from "./ussd-text.ts";

/** What the network said. */
export interface UssdMessage {
	readonly state: UssdState;
	/** Null where it said nothing. */
	readonly text: string | null;
	/** Milliseconds since 1970. */
	readonly at: number;
}

/** Whether the network answered. It may end the dialogue in the message that brings the answer. */
export function isAnswer({
	state,
	text,
}: Pick<UssdMessage, "state" | "text">): boolean {
	return (
		state === "done" ||
		state === "answer-expected" ||
		(state === "ended" && text !== null)
	);
}

export type UssdOutcome =
	| { readonly ok: true; readonly message: UssdMessage }
	| { readonly ok: false; readonly reason: string; readonly advice: string };

export interface UssdParts {
	readonly clock: Clock;
	readonly link: ModemLink;
	readonly onEvent: (event: ModemEvent) => void;
}

/** Milliseconds to wait for the network. */
const usualPatience = 60_000;

export class Ussd {
	private readonly parts: UssdParts;
	private latest: UssdMessage | null = null;
	private turn: Promise<unknown> = Promise.resolve();
	private onMessage: (message: UssdMessage) => void = () => {};

	constructor(parts: UssdParts) {
		this.parts = parts;
	}

	/** What the network said last, asked or not. */
	get last(): UssdMessage | null {
		return this.latest;
	}

	/** `+CUSD` came; it may do so before the OK of the question. */
	receive({ status, text, dcs }: Extract<Indication, { type: "ussd" }>): void {
		const message = {
			state: ussdStates[status] ?? "done",
			text: text === null ? null : readUssdText(text, dcs),
			at: this.parts.clock.now(),
		};
		this.latest = message;
		const { state } = message;
		this.parts.onEvent({ type: "ussd", state, text: message.text });
		this.onMessage(message);
	}

	/** Sends a code, or an answer where the network expects one, after those sent before. */
	ask(code: string, patience = usualPatience): Promise<UssdOutcome> {
		const turn = this.turn.then(() => this.askNow(code, patience));
		this.turn = turn;
		return turn;
	}

	/** Ends a dialogue in which the network expects an answer, after what was asked before. */
	end(): Promise<void> {
		const turn = this.turn.then(async () => {
			const modem = this.parts.link.online;
			if (modem === null || this.latest?.state !== "answer-expected") return;
			await modem.inTurn(() => modem.session.command("AT+CUSD=2"));
			this.latest = { ...this.latest, state: "ended" };
		});
		this.turn = turn;
		return turn;
	}

	private async askNow(code: string, patience: number): Promise<UssdOutcome> {
		const modem = this.parts.link.online;
		const failed = (reason: string, advice: string) =>
			({ ok: false, reason, advice }) as const;
		if (modem === null) {
			return failed("there is no modem", "wait until it is ready");
		}
		if (!isGsm7(code) || code === "" || code.includes('"')) {
			return failed(`${code} is no USSD code`, "write it like *100#");
		}
		const over = new AbortController();
		let answer: UssdMessage | null = null;
		this.onMessage = (message) => {
			answer = message;
			over.abort();
		};
		void modem.session.ended.then(() => over.abort());
		const asked = await modem.inTurn(() => request(modem, code));
		if (!asked.ok) {
			this.onMessage = () => {};
			const advice = `${adviceOn(asked.error)}; USSD needs GSM or UMTS, not LTE alone`;
			return failed(describeAtError(asked.error), advice);
		}
		const { clock } = this.parts;
		await wait(clock, patience, over.signal);
		this.onMessage = () => {};
		return answer === null
			? failed(
					`the network did not answer ${code} within ${patience / 1000} s`,
					"try again; modem info shows the registration",
				)
			: { ok: true, message: answer };
	}
}

/** Plain first; some modems want the code packed, in digits. */
async function request(modem: OnlineModem, code: string) {
	const { charset } = modem.facts;
	const plain = (charset && encodeText(code, charset)) || code;
	const first = await modem.session.command(`AT+CUSD=1,"${plain}",15`);
	if (first.ok || first.error.type !== "refused") return first;
	const packed = writeHex(encodeUssd(code));
	return modem.session.command(`AT+CUSD=1,"${packed}",15`);
}
