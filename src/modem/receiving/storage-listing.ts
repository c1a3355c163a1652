/** Reading what lies in the modem's storages. To be used in a turn of the modem. */
import type { OnlineModem } from "../link/modem-link.ts";
import { usesIn } from "../link/storage.ts";
import {
	listedMessages,
	readMessage,
	type StoredMessage,
} from "../link/stored-message.ts";

/** As much of a modem as reading takes. */
export type ReadableModem = Pick<OnlineModem, "session" | "storage"> & {
	readonly facts: Pick<OnlineModem["facts"], "charset">;
};

/** What a storage holds, as far as it could be read. */
export interface StorageListing {
	readonly messages: readonly StoredMessage[];
	/** Whether what is not in it is not in the storage either. */
	readonly complete: boolean;
}

/** All messages of a storage, whatever their status. */
export async function listStorage(
	modem: ReadableModem,
	storage: string,
): Promise<StorageListing> {
	if (!(await modem.storage.select(storage))) {
		return { messages: [], complete: false };
	}
	const all = modem.facts.charset === null ? "4" : '"ALL"';
	const command = `AT+CMGL=${all}`;
	const list = () => modem.session.command(command, { list: true });
	let answer = await list();
	const isOther = listedMessages(answer.lines).some(isInOtherMode(modem));
	const isRefused = !answer.ok && answer.error.type === "refused";
	if ((isRefused || isOther) && (await setMode(modem))) answer = await list();
	if (!answer.ok && answer.error.type === "refused") {
		return walkStorage(modem, storage);
	}
	// Of a broken answer the last message may be cut short: it is read again.
	const messages = listedMessages(answer.lines);
	return answer.ok
		? { messages, complete: true }
		: { messages: messages.slice(0, -1), complete: false };
}

/** What one slot holds. */
export interface SlotContent {
	/** Whether the modem answered: what it does not show then is not there. */
	readonly answered: boolean;
	/** Null where the slot is empty or cannot be had. */
	readonly message: StoredMessage | null;
}

const unanswered: SlotContent = { answered: false, message: null };

/** Reads the message in one slot. */
export async function readSlot(
	modem: ReadableModem,
	storage: string,
	index: number,
): Promise<SlotContent> {
	if (!(await modem.storage.select(storage))) return unanswered;
	const read = async (): Promise<SlotContent> => {
		const answer = await modem.session.command(`AT+CMGR=${index}`);
		if (answer.ok)
			return { answered: true, message: readMessage(answer.lines, index) };
		return { answered: answer.error.type === "refused", message: null };
	};
	const reading = await read();
	const { message } = reading;
	if (message === null || !isInOtherMode(modem)(message)) return reading;
	return (await setMode(modem)) ? read() : unanswered;
}

/** Whether a message is shown in the mode that is not used here: the modem fell into it. */
function isInOtherMode(modem: ReadableModem) {
	const used = modem.facts.charset === null ? "pdu" : "text";
	return ({ mode }: StoredMessage): boolean => mode !== used;
}

async function setMode({ session, facts }: ReadableModem): Promise<boolean> {
	const { ok } = await session.command(
		`AT+CMGF=${facts.charset === null ? 0 : 1}`,
	);
	return ok;
}

// For modems without AT+CMGL.
async function walkStorage(
	modem: ReadableModem,
	storage: string,
): Promise<StorageListing> {
	const { lines } = await modem.session.command("AT+CPMS?");
	const use = usesIn(lines).find((use) => use.storage === storage);
	const messages: StoredMessage[] = [];
	// Some count from 0.
	for (let index = 0; index <= (use?.total ?? 0); index++) {
		if (messages.length === use?.used) break;
		const { message } = await readSlot(modem, storage, index);
		if (message !== null) messages.push(message);
	}
	return { messages, complete: messages.length === use?.used };
}
