/** What lies in a modem, for a person to look at. */
import type { Clock } from "../time/clock.ts";
import { answerTo, readParameters } from "./at-parameters.ts";
import type { AtSession } from "./at-session.ts";
import {
	StorageSelection,
	type StorageUse,
	storagesIn,
	usesIn,
} from "./storage.ts";
import { listStorage } from "./storage-listing.ts";
import { contentOf, type MessageContent } from "./stored-message.ts";

/** One slot of a storage. */
export interface StoredMail {
	/** Empty for a modem that names none. */
	readonly storage: string;
	readonly index: number;
	/** Null where the modem does not tell. */
	readonly status: "unread" | "read" | "unsent" | "sent" | null;
	readonly content: MessageContent;
}

/** Everything stored, and how full the storages are. */
export interface StoredMailbox {
	readonly mail: readonly StoredMail[];
	readonly uses: readonly StorageUse[];
}

const statuses = ["unread", "read", "unsent", "sent"] as const;

/**
 * Reads all storages in PDU mode and deletes nothing. A modem marks as read
 * what it shows: a driver that keeps messages takes that for done.
 */
export async function readStoredMail(
	session: AtSession,
	clock: Clock,
): Promise<StoredMailbox> {
	await session.command("AT+CMGF=0");
	const before = await session.command("AT+CPMS?");
	const [home = null] = readParameters(answerTo("+CPMS", before.lines) ?? "");
	const offered = await session.command("AT+CPMS=?");
	const storages = offered.ok ? storagesIn(offered.lines) : [];
	const storage = new StorageSelection(session, home || null, clock);
	const modem = { session, storage, facts: { charset: null } };
	const mail: StoredMail[] = [];
	for (const name of storages.length === 0 ? [home ?? ""] : storages) {
		const { messages } = await listStorage(modem, name);
		for (const message of messages) {
			mail.push({
				storage: name,
				index: message.index,
				status: statuses[message.status ?? -1] ?? null,
				content: contentOf(message, null),
			});
		}
	}
	const uses: StorageUse[] = [];
	for (const name of storages) {
		await storage.select(name);
		const { lines } = await session.command("AT+CPMS?");
		uses.push(...usesIn(lines).filter((use) => use.storage === name));
	}
	if (home) await storage.select(home);
	return { mail, uses };
}
