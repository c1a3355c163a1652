/** What lies in a modem, looked at from outside: nothing is deleted. */
import { describeAtError } from "../at/at-error.ts";
import { answerTo, readParameters } from "../at/at-parameters.ts";
import type { AtSession } from "../at/at-session.ts";
import { storagesIn } from "../link/storage.ts";
import {
	contentOf,
	listedMessages,
	type MessageContent,
} from "../link/stored-message.ts";

export interface ListedMessage {
	/** `SM`, `ME`; empty for a modem that has one and no name for it. */
	readonly storage: string;
	readonly index: number;
	readonly status: "unread" | "read" | "unsent" | "sent" | null;
	readonly content: MessageContent;
}

export type StoredListing =
	| {
			readonly ok: true;
			readonly messages: readonly ListedMessage[];
			/** Those that were looked into. */
			readonly storages: readonly string[];
			/** The modem cannot show messages without marking them as read. */
			readonly marked: boolean;
	  }
	| { readonly ok: false; readonly reason: string };

const statuses = ["unread", "read", "unsent", "sent"] as const;

/**
 * Lists what is stored, and leaves the modem's storage as it was chosen.
 * @param wanted a storage; all that hold messages where null
 */
export async function listStored(
	session: AtSession,
	wanted: string | null,
): Promise<StoredListing> {
	const { ok: pdu } = await session.command("AT+CMGF=0");
	if (!pdu) return { ok: false, reason: "the modem has no PDU mode" };
	const chosen = await chosenStorage(session);
	const offered = await session.command("AT+CPMS=?");
	const all = storagesIn(offered.ok ? offered.lines : []);
	const storages = wanted === null ? all : [wanted];
	const messages: ListedMessage[] = [];
	let marked = false;
	for (const storage of storages.length === 0 ? [""] : storages) {
		if (storage !== "") {
			const selected = await session.command(`AT+CPMS="${storage}"`);
			if (!selected.ok) {
				const reason = describeAtError(selected.error);
				return { ok: false, reason: `no storage ${storage}: ${reason}` };
			}
		}
		// The second parameter is a maker's own: look, and mark nothing.
		let answer = await session.command("AT+CMGL=4,1", { list: true });
		if (!answer.ok && answer.error.type === "refused") {
			answer = await session.command("AT+CMGL=4", { list: true });
			marked ||= listedMessages(answer.lines).some(
				({ status }) => status === 0,
			);
		}
		if (!answer.ok) return { ok: false, reason: describeAtError(answer.error) };
		for (const message of listedMessages(answer.lines)) {
			const { index, status } = message;
			const content = contentOf(message, null);
			const state = statuses[status ?? -1] ?? null;
			messages.push({ storage, index, status: state, content });
		}
	}
	if (chosen !== null) await session.command(`AT+CPMS="${chosen}"`);
	return { ok: true, messages, storages, marked };
}

/**
 * Deletes messages that were listed.
 * @returns those that are gone, and why the next is not
 */
export async function deleteStored(
	session: AtSession,
	messages: readonly ListedMessage[],
): Promise<{
	readonly deleted: readonly ListedMessage[];
	readonly reason: string | null;
}> {
	const chosen = await chosenStorage(session);
	const deleted: ListedMessage[] = [];
	let reason: string | null = null;
	for (const message of messages) {
		const { storage, index } = message;
		if (storage !== "") await session.command(`AT+CPMS="${storage}"`);
		const answer = await session.command(`AT+CMGD=${index}`);
		if (!answer.ok) {
			reason = describeAtError(answer.error);
			break;
		}
		deleted.push(message);
	}
	if (chosen !== null) await session.command(`AT+CPMS="${chosen}"`);
	return { deleted, reason };
}

/** The storage that commands read; null for a modem that does not tell. */
async function chosenStorage(session: AtSession): Promise<string | null> {
	const { ok, lines } = await session.command("AT+CPMS?");
	const answer = ok ? answerTo("+CPMS", lines) : null;
	return answer === null ? null : readParameters(answer)[0] || null;
}
