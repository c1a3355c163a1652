/** Listing and reading what is stored (3GPP TS 27.005, 3.4.2, 3.4.3, 4.1). */

import {
	type MemoryMessage,
	type MessageState,
	type MessageStore,
	messageStates,
} from "../equipment/message-store.ts";
import { type Answer, cms, ok } from "../session/answer.ts";
import {
	type CommandTable,
	type Context,
	forms,
	type Handler,
	integer,
	integerOr,
} from "../session/handler.ts";
import { pduOf } from "./stored-pdu.ts";
import { textListing, textReading } from "./text-mode.ts";

function readStore({ equipment }: Context): MessageStore {
	return equipment.stores[equipment.preferred.read];
}

/** `+CMGL: 3,1,,24` and the PDU; or the form of text mode. */
function listed(
	place: number,
	message: MemoryMessage,
	{ session: { settings } }: Context,
): string {
	if (settings.format === "text") return textListing(place, message, settings);
	const { hex, tpduLength } = pduOf(message);
	return `+CMGL: ${place},${messageStates.indexOf(message.state)},,${tpduLength}\r\n${hex}`;
}

function shown(
	message: MemoryMessage,
	{ session: { settings } }: Context,
): string {
	if (settings.format === "text") return textReading(message, settings);
	const { hex, tpduLength } = pduOf(message);
	return `+CMGR: ${messageStates.indexOf(message.state)},,${tpduLength}\r\n${hex}`;
}

/** Names and numbers of states are taken in both modes: programs mix them up. */
function statesNamed(text: string): readonly MessageState[] | null {
	const name = text.toUpperCase();
	if (name === "ALL" || name === "4") return messageStates;
	const byName = messageStates.find((state) => state === name);
	if (byName !== undefined) return [byName];
	const byNumber = /^[0-3]$/.test(name)
		? messageStates[Number(name)]
		: undefined;
	return byNumber === undefined ? null : [byNumber];
}

function list(named: string, keep: boolean, context: Context): Answer {
	const states = statesNamed(named);
	if (states === null)
		return cms(context.session.settings.format === "text" ? 305 : 304);
	const store = readStore(context);
	const found = store
		.entries()
		.filter(([, { state }]) => states.includes(state));
	const lines = found.map(([place, message]) =>
		listed(place, message, context),
	);
	if (!keep)
		for (const [place, message] of found) markRead(store, place, message);
	return ok(...lines);
}

function markRead(
	store: MessageStore,
	place: number,
	{ state }: MemoryMessage,
) {
	if (state === "REC UNREAD") store.mark(place, "REC READ");
}

const read: Handler = ({ args }, context) => {
	const store = readStore(context);
	const place = integer(args[0], 0, 999_999);
	const keep = integerOr(args[1], 0, 1, 0);
	if (place === null || keep === null) return cms(321);
	const message = store.at(place);
	if (message === null) return cms(321);
	const line = shown(message, context);
	if (keep === 0) markRead(store, place, message);
	return ok(line);
};

export const smsReadingCommands: CommandTable = {
	"+CMGL": forms({
		test: (_, { session }) =>
			session.settings.format === "text"
				? ok(
						`+CMGL: (${[...messageStates, "ALL"].map((state) => `"${state}"`)})`,
					)
				: ok("+CMGL: (0-4)"),
		do: (_, context) => list("REC UNREAD", false, context),
		set: ({ args: [states = "", keep] }, context) =>
			list(states, keep === "1", context),
	}),
	"+CMGR": forms({ test: () => ok(), set: read }),
};
