/** What lies in a modem, looked at from outside: nothing is deleted. */
import type { Clock } from "../../time/clock.ts";
import { describeAtError } from "../at/at-error.ts";
import { answerTo, readParameters } from "../at/at-parameters.ts";
import type { AtSession } from "../at/at-session.ts";
import { usualSettings } from "../link/modem-settings.ts";
import { setPduMode } from "../link/sim.ts";
import {
	receivingStorage,
	type StorageOffer,
	selectStorage,
	storagesIn,
} from "../link/storage.ts";
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
	clock: Clock,
	wanted: string | null,
): Promise<StoredListing> {
	const { signal } = new AbortController();
	const settings = usualSettings;
	const pdu = await setPduMode({ session, clock, settings, signal });
	if (!pdu.ok) {
		const reason = `the modem has no PDU mode: ${describeAtError(pdu.error)}`;
		return { ok: false, reason };
	}
	const chosen = await chosenStorages(session);
	const offer = await offerOf(session);
	const storages: string[] = [];
	const messages: ListedMessage[] = [];
	let marked = false;
	let refusal: string | null = null;
	const named = wanted === null ? offer.read : [wanted];
	for (const storage of named.length === 0 ? [""] : named) {
		if (storage !== "") {
			const home = receivingStorage(storage, offer);
			const command = selectStorage(storage, home, offer);
			const selected = await session.command(command);
			if (!selected.ok) {
				// Some modems offer a storage and refuse it: the next one may do.
				refusal ??= `no storage ${storage}: ${describeAtError(selected.error)}`;
				continue;
			}
			storages.push(storage);
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
	if (chosen !== null) await session.command(chosen);
	return refusal !== null && storages.length === 0
		? { ok: false, reason: refusal }
		: { ok: true, messages, storages, marked };
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
	const chosen = await chosenStorages(session);
	const offer = await offerOf(session);
	const deleted: ListedMessage[] = [];
	let reason: string | null = null;
	for (const message of messages) {
		const { storage, index } = message;
		if (storage !== "") {
			const home = receivingStorage(storage, offer);
			const selected = await session.command(
				selectStorage(storage, home, offer),
			);
			if (!selected.ok) {
				reason = describeAtError(selected.error);
				break;
			}
		}
		const answer = await session.command(`AT+CMGD=${index}`);
		if (!answer.ok) {
			reason = describeAtError(answer.error);
			break;
		}
		deleted.push(message);
	}
	if (chosen !== null) await session.command(chosen);
	return { deleted, reason };
}

async function offerOf(session: AtSession): Promise<StorageOffer> {
	const { ok, lines } = await session.command("AT+CPMS=?");
	return storagesIn(ok ? lines : []);
}

/** The command that selects the storages of now; null for a modem that does not tell them. */
async function chosenStorages(session: AtSession): Promise<string | null> {
	const { ok, lines } = await session.command("AT+CPMS?");
	const answer = ok ? answerTo("+CPMS", lines) : null;
	if (answer === null) return null;
	// A name, how many messages are in it, how many it holds.
	const names = readParameters(answer).filter((_, at) => at % 3 === 0);
	return names[0] ? `AT+CPMS=${names.map((name) => `"${name}"`)}` : null;
}
