import { describeResult, meaningOf } from "./at-errors.ts";
import type { FinalResult } from "./at-result.ts";
import type { Outlook } from "./error-meaning.ts";

/** Why a command has no OK. It names the command, without what is secret in it. */
export type AtError =
	/** The modem said no. */
	| {
			readonly type: "refused";
			readonly command: string;
			readonly result: FinalResult;
	  }
	/** The modem said nothing, or nothing that ends an answer. */
	| {
			readonly type: "timeout";
			readonly command: string;
			/** Milliseconds waited. */
			readonly after: number;
			readonly missing: "answer" | "prompt";
			/** The message was handed over: it may have been sent. */
			readonly unseen: boolean;
	  }
	/** The modem said OK to a message, but gave it no reference: it may not have sent it. */
	| {
			readonly type: "unconfirmed";
			readonly command: string;
			/** The message was handed over: it may have been sent. */
			readonly unseen: boolean;
	  }
	/** The line is gone. */
	| {
			readonly type: "line";
			readonly command: string;
			readonly reason: string;
			/** The message was handed over: it may have been sent. */
			readonly unseen: boolean;
	  };

/** One line for people: `AT+CSQ: no answer within 10 s`. */
export function describeAtError(error: AtError): string {
	switch (error.type) {
		case "refused":
			return `${error.command}: the modem answered ${describeResult(error.result)}`;
		case "timeout": {
			const seconds = error.after / 1000;
			return `${error.command}: no ${error.missing} within ${seconds} s`;
		}
		case "unconfirmed":
			return `${error.command}: the modem answered OK without a reference`;
		case "line":
			return `${error.command}: ${error.reason}`;
	}
}

/** What a person can do about it. */
export function adviceOn(error: AtError): string {
	switch (error.type) {
		case "refused":
			return meaningOf(error.result).advice;
		case "unconfirmed":
			return "ask the receiver whether it arrived; another program may use the modem at the same time";
		case "timeout":
		case "line":
			return "check cable, power and that the port is this modem's; a USB modem may need its mode switched";
	}
}

/** Whether the message of a send may be out although nobody said so. */
export function isUnseen(error: AtError): boolean {
	return error.type !== "refused" && error.unseen;
}

/** When the same may work. */
export function outlookOf(error: AtError): Outlook {
	return error.type === "refused" ? meaningOf(error.result).outlook : "passing";
}
