import type { StatusOutcome } from "../../sms/status.ts";
import { storageAdvice } from "./storage.ts";

/** Everything that a modem's driver has to tell, as plain data without texts of messages. */
export type ModemEvent =
	/** The line is open; `before` is the name that it had the last time, if another. */
	| {
			readonly type: "opened";
			readonly name: string;
			readonly before: string | null;
	  }
	| {
			readonly type: "open-failed";
			readonly reason: string;
			/** Milliseconds to the next try. */
			readonly again: number;
	  }
	/** The modem is set up and the messages that lay in it are read. */
	| { readonly type: "started"; readonly name: string }
	| StartFailed
	/** The line or the modem behind it is gone; it is opened again. */
	| { readonly type: "lost"; readonly name: string; readonly reason: string }
	| { readonly type: "warning"; readonly reason: string }
	| {
			readonly type: "coverage";
			readonly state: "found" | "lost";
			/** `registered, home network`, `registration denied` … */
			readonly registration: string;
			/** What a person can do; null where there is a network, or no modem. */
			readonly advice: string | null;
	  }
	/** Changed; dBm, null where it is not known. */
	| { readonly type: "signal"; readonly dbm: number | null }
	| { readonly type: "operator"; readonly name: string | null }
	| {
			readonly type: "storage";
			readonly storage: string;
			readonly state: "room" | "filling" | "full";
			readonly used: number;
			readonly total: number;
	  }
	/** Deleted to make room. */
	| {
			readonly type: "erased";
			readonly storage: string;
			readonly index: number;
	  }
	/** Parts of a message did not come in time. Those that did stay in the storage. */
	| {
			readonly type: "incomplete";
			readonly from: string;
			readonly arrived: readonly number[];
			readonly missing: readonly number[];
	  }
	/** A stored or handed over message that cannot be read. A stored one stays. */
	| {
			readonly type: "unreadable";
			/** `SM 3`, or where none, that it came directly. */
			readonly place: string;
			readonly reason: string;
	  }
	/** A message for a program in the phone, as an MMS notification: nobody reads it here. */
	| { readonly type: "data"; readonly from: string; readonly port: number }
	| SendEvent
	| DeliveryEvent
	| {
			readonly type: "ussd";
			readonly state: UssdState;
			readonly text: string | null;
	  }
	| { readonly type: "ring"; readonly from: string | null }
	/** A line that is no answer and no indication. */
	| { readonly type: "noise"; readonly line: string };

export interface StartFailed {
	readonly type: "start-failed";
	readonly name: string;
	readonly reason: string;
	readonly advice: string;
	/** Nothing is tried again until a person did something, or the port was gone. */
	readonly final: boolean;
}

/** Steps of one SMS on its way out. */
export type SendEvent = {
	/** Counts the messages since the driver began; all parts of one have the same. */
	readonly message: number;
	readonly to: string;
	/** 1 for the first. */
	readonly part: number;
	readonly total: number;
} /** TP-MR. */ & (
	| { readonly type: "sent"; readonly reference: number }
	| {
			readonly type: "send-retry";
			readonly reason: string;
			/** Milliseconds to the next try. */
			readonly again: number;
	  }
	/**
	 * The result of a send was never seen: the SMS may be out. If it is sent
	 * again, the receiver may get it twice.
	 */
	| {
			readonly type: "send-unseen";
			readonly reason: string;
			readonly repeated: boolean;
	  }
	| {
			readonly type: "send-failed";
			readonly reason: string;
			/** It may have been sent all the same. */
			readonly unseen?: true;
	  }
);

export interface DeliveryEvent {
	readonly type: "delivery";
	/** Null where no message of ours is known that it belongs to. */
	readonly message: number | null;
	readonly to: string;
	readonly part: number | null;
	readonly total: number | null;
	/** TP-MR. */
	readonly reference: number;
	readonly outcome: StatusOutcome;
	/** `received by the other end`. */
	readonly meaning: string;
}

/** `+CUSD`'s first number in words, from 0. (27.007) */
export const ussdStates = [
	"done",
	"answer-expected",
	"ended",
	"answered-elsewhere",
	"not-supported",
	"timeout",
] as const;

export type UssdState = (typeof ussdStates)[number];

/** One line for people and logs. */
export function describeModemEvent(event: ModemEvent): string {
	switch (event.type) {
		case "opened":
			return event.before === null
				? `${event.name} is open`
				: `${event.name} is open (it was ${event.before})`;
		case "open-failed":
			return `the port cannot be opened: ${event.reason}; again in ${seconds(event.again)}`;
		case "started":
			return `the modem at ${event.name} is ready`;
		case "start-failed":
			return `the modem at ${event.name} does not start: ${event.reason}; ${event.advice}`;
		case "lost":
			return `${event.name} is lost: ${event.reason}`;
		case "warning":
			return event.reason;
		case "coverage":
			return [`coverage ${event.state}: ${event.registration}`]
				.concat(event.advice ?? [])
				.join("; ");
		case "signal":
			return event.dbm === null
				? "signal: not known"
				: `signal: ${event.dbm} dBm`;
		case "operator":
			return `operator: ${event.name ?? "none"}`;
		case "storage":
			return `storage ${event.storage} ${storageWords[event.state]}: ${event.used} of ${event.total}${storageEnds[event.state]}`;
		case "erased":
			return `deleted ${event.storage} ${event.index} to make room`;
		case "incomplete":
			return `a long message from ${event.from || "nobody"} misses part ${event.missing.join(", ")}`;
		case "unreadable":
			return `a message cannot be read (${event.place}): ${event.reason}`;
		case "data":
			return `a message from ${event.from || "nobody"} is data for port ${event.port}, not a text: it is passed over`;
		case "sent":
			return `${smsWords(event)} sent, reference ${event.reference}`;
		case "send-retry":
			return `${smsWords(event)} not sent: ${event.reason}; again in ${seconds(event.again)}`;
		case "send-unseen":
			return `${smsWords(event)} may be sent, its result was not seen: ${event.reason}; ${event.repeated ? "it is sent again and may arrive twice" : "it is not sent again now"}`;
		case "send-failed":
			return `${smsWords(event)} ${event.unseen ? "may have been sent" : "not sent"}: ${event.reason}`;
		case "delivery":
			return `delivery report ${event.reference} of ${event.to}: ${event.meaning}`;
		case "ussd":
			return `USSD (${event.state}): ${event.text ?? "no text"}`;
		case "ring":
			return `a call from ${event.from ?? "somebody"}`;
		case "noise":
			return `not understood: ${event.line}`;
	}
}

const storageWords = {
	room: "has room again",
	filling: "is filling up",
	full: "is full",
} as const;

const storageEnds = {
	room: "",
	filling: `; ${storageAdvice}`,
	full: `, and no text can arrive; ${storageAdvice}`,
} as const;

function smsWords({ message, to, part, total }: SendEvent): string {
	const which = total === 1 ? "" : `, part ${part} of ${total}`;
	return `SMS ${message} to ${to}${which}`;
}

function seconds(milliseconds: number): string {
	return `${milliseconds / 1000} s`;
}
