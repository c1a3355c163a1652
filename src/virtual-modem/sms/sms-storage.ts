/** The stores, and deleting from them (3GPP TS 27.005, 3.2.2 and 3.5.4). */

import type { Equipment, StoreName } from "../equipment/equipment.ts";
import {
	type MessageState,
	messageStates,
} from "../equipment/message-store.ts";
import { cms, ok } from "../session/answer.ts";
import {
	type CommandTable,
	forms,
	type Handler,
	integer,
	integerOr,
} from "../session/handler.ts";

const uses = ["read", "write", "receive"] as const;

function isStore(name: string): name is StoreName {
	return name === "SM" || name === "ME";
}

/** A store looks full during the fault `storage-full`. */
function fill(equipment: Equipment, name: StoreName): string {
	const { used, capacity } = equipment.stores[name];
	const full = equipment.hasFault("storage-full");
	return `${full ? capacity : used},${capacity}`;
}

const setPreferred: Handler = ({ args }, { equipment }) => {
	if (args.length > uses.length) return cms(302);
	const names = args.map((arg) => arg.toUpperCase());
	if (!names.every((name) => name === "" || isStore(name))) return cms(302);
	names.forEach((name, index) => {
		const use = uses[index];
		if (use !== undefined && isStore(name)) equipment.preferred[use] = name;
	});
	const fills = uses.map((use) => fill(equipment, equipment.preferred[use]));
	return ok(`+CPMS: ${fills}`);
};

/** What `AT+CMGD=1,<flag>` deletes. */
const statesByFlag: readonly (readonly MessageState[])[] = [
	[],
	["REC READ"],
	["REC READ", "STO SENT"],
	["REC READ", "STO SENT", "STO UNSENT"],
	["REC READ", "STO SENT", "STO UNSENT", "REC UNREAD"],
];

const remove: Handler = ({ args }, { equipment }) => {
	const store = equipment.stores[equipment.preferred.read];
	const flag = integerOr(args[1], 0, 4, 0);
	const place = integer(args[0], 0, 999_999);
	if (flag === null || place === null) return cms(305);
	if (flag === 0) {
		if (place < 1 || place > store.capacity) return cms(321);
		store.remove(place);
		equipment.changed();
	} else removeIn(statesByFlag[flag] ?? [], equipment);
	return ok();
};

/** What SIMCom's `AT+CMGDA` deletes: by its text, and by its place, by number from 1. */
const statesByGroup: readonly (readonly [string, readonly MessageState[]])[] = [
	["DEL READ", ["REC READ"]],
	["DEL UNREAD", ["REC UNREAD"]],
	["DEL SENT", ["STO SENT"]],
	["DEL UNSENT", ["STO UNSENT"]],
	["DEL INBOX", ["REC READ", "REC UNREAD"]],
	["DEL ALL", messageStates],
];

const removeGroup: Handler = ({ args: [group = ""] }, { equipment }) => {
	const [, states] =
		statesByGroup.find(
			([text], at) => group.toUpperCase() === text || group === `${at + 1}`,
		) ?? [];
	if (states === undefined) return cms(305);
	removeIn(states, equipment);
	return ok();
};

function removeIn(states: readonly MessageState[], equipment: Equipment): void {
	const store = equipment.stores[equipment.preferred.read];
	for (const [at, { state }] of store.entries())
		if (states.includes(state)) store.remove(at);
	equipment.changed();
}

export const smsStorageCommands: CommandTable = {
	"+CPMS": forms({
		test: () => ok('+CPMS: ("SM","ME"),("SM","ME"),("SM","ME")'),
		read(_, { equipment }) {
			const shown = uses.map((use) => {
				const name = equipment.preferred[use];
				return `"${name}",${fill(equipment, name)}`;
			});
			return ok(`+CPMS: ${shown}`);
		},
		set: setPreferred,
	}),
	"+CMGDA": forms({
		test: () => ok(`+CMGDA: (${statesByGroup.map(([text]) => `"${text}"`)})`),
		set: removeGroup,
	}),
	"+CMGD": forms({
		test(_, { equipment }) {
			const store = equipment.stores[equipment.preferred.read];
			const places = store.entries().map(([place]) => place);
			return ok(`+CMGD: (${places}),(0-4)`);
		},
		set: remove,
	}),
};
