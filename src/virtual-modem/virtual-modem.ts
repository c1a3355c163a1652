/**
 * A GSM modem in software at a phone line of the virtual network. Programs
 * attach to it as to a real one. Each command is a handler in a table; a test
 * can put other handlers in their place.
 */

import type { PhoneLineFault } from "../network/phone-line-fault.ts";
import { octetsOf, textOf } from "../transport/octets.ts";
import type { Transport } from "../transport/transport.ts";
import { modemCommands } from "./commands.ts";
import { registrationNews } from "./control/registration.ts";
import {
	type Equipment,
	type EquipmentOptions,
	equipment as newEquipment,
} from "./equipment/equipment.ts";
import type { CommandTable } from "./session/handler.ts";
import { Session } from "./session/session.ts";
import { reception } from "./sms/reception.ts";

export interface VirtualModemOptions extends EquipmentOptions {
	/** Other handlers, and handlers of more commands, by name. */
	readonly commands?: CommandTable | undefined;
}

export interface VirtualModem {
	/** Stores, SIM card, registration, signal; may be read and changed at any time. */
	readonly equipment: Equipment;
	/**
	 * Attaches a program at this line, in a session of its own. Resolves when the
	 * line has ended and everything that came over it is done.
	 */
	attach(line: Transport): Promise<void>;
	/** Gives the modem a fault. */
	startFault(fault: PhoneLineFault): void;
	/** Closes every line. Its messages wait in the network. */
	powerOff(): Promise<void>;
}

/** Bytes kept for a program that does not read; more are lost, as on a wire. */
const mostUnsaid = 1 << 20;

export function virtualModem(options: VirtualModemOptions): VirtualModem {
	const sessions: Session[] = [];
	const lines = new Set<Transport>();
	const table = { ...modemCommands, ...options.commands };
	const equipment = newEquipment(options, () => {
		for (const session of sessions) {
			const news = registrationNews(session.context);
			if (news !== null) session.tell(news);
		}
	});
	const unplug = async (): Promise<void> => {
		await Promise.all([...lines].map((line) => line.close()));
	};
	const startFault = (fault: PhoneLineFault): void => {
		equipment.startFault(fault);
		if (fault.kind === "port-gone") void unplug();
	};
	options.line.connect({
		deliver: reception(equipment, () => sessions),
		startFault,
	});
	return {
		equipment,
		startFault,
		async attach(line) {
			if (equipment.hasFault("port-gone")) {
				await line.close();
				return;
			}
			lines.add(line);
			const session = new Session(equipment, table, speaker(line));
			sessions.push(session);
			try {
				for await (const bytes of line.bytes) session.take(textOf(bytes));
			} catch {
				// A line that breaks has ended; there is nobody to tell.
			} finally {
				sessions.splice(sessions.indexOf(session), 1);
				session.end();
				equipment.acknowledgement.end(session);
				await line.close().catch(() => {});
				lines.delete(line);
			}
		},
		async powerOff() {
			options.line.disconnect();
			await unplug();
		},
	};
}

/** Writes texts to a line in order; does not wait for a program that does not read. */
function speaker(line: Transport): (text: string) => void {
	let unsaid = "";
	let speaking = false;
	const speak = async (): Promise<void> => {
		speaking = true;
		while (unsaid !== "") {
			const text = unsaid;
			unsaid = "";
			await line.write(octetsOf(text));
		}
		speaking = false;
	};
	return (text) => {
		if (unsaid.length + text.length > mostUnsaid) return;
		unsaid += text;
		// A line that cannot be written to has ended; its reader sees that too.
		if (!speaking) speak().catch(() => {});
	};
}
