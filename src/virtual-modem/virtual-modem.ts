/**
 * A GSM modem in software, at a phone line of the virtual network: what real
 * programs cannot tell from a real one. Each of its commands is a handler in a
 * table, and a test or a model of a certain make puts others in their place.
 */
import type { PhoneLineFault } from "../network/trouble.ts";
import type { Transport } from "../transport/transport.ts";
import { modemCommands } from "./commands.ts";
import { registrationNews } from "./control/registration.ts";
import {
	type Equipment,
	type EquipmentOptions,
	equipment as newEquipment,
} from "./equipment/equipment.ts";
import type { CommandTable } from "./session/handler.ts";
import { session as newSession, type Session } from "./session/session.ts";
import { reception } from "./sms/reception.ts";

export interface VirtualModemOptions extends EquipmentOptions {
	/** Commands that behave otherwise, or that there are in addition, by name. */
	readonly commands?: CommandTable | undefined;
}

export interface VirtualModem {
	/** Stores, SIM card, registration, signal: to be looked at and changed at any time. */
	readonly equipment: Equipment;
	/**
	 * A program is at this line from now on, in a session of its own. Resolves
	 * when the line has ended and everything that came over it is done.
	 */
	attach(line: Transport): Promise<void>;
	/** Something goes wrong with it, as the channel or a test wants. */
	suffer(trouble: PhoneLineFault): void;
	/** Closes every line. What the network has for it waits there. */
	powerOff(): Promise<void>;
}

/** Bytes kept for a program that does not read; what comes on top of them is lost, as on a wire. */
const mostUnsaid = 1 << 20;

export function virtualModem(options: VirtualModemOptions): VirtualModem {
	const sessions: Session[] = [];
	const lines = new Set<Transport>();
	const table = { ...modemCommands, ...options.commands };
	const equipment = newEquipment(options, () => {
		for (const { context, tell } of sessions) {
			const news = registrationNews(context);
			if (news !== null) tell(news);
		}
	});
	const unplug = async (): Promise<void> => {
		await Promise.all([...lines].map((line) => line.close()));
	};
	const suffer = (trouble: PhoneLineFault): void => {
		equipment.suffer(trouble);
		if (trouble.kind === "port-gone") void unplug();
	};
	options.line.connect({
		deliver: reception(equipment, () => sessions),
		suffer,
	});
	return {
		equipment,
		suffer,
		async attach(line) {
			if (equipment.suffers("port-gone")) {
				await line.close();
				return;
			}
			lines.add(line);
			const session = newSession(equipment, table, speaker(line));
			sessions.push(session);
			try {
				for await (const bytes of line.bytes)
					session.take(Buffer.from(bytes).toString("latin1"));
			} catch {
				// A line that breaks is a line that ends; there is nobody to tell.
			} finally {
				sessions.splice(sessions.indexOf(session), 1);
				session.end();
				equipment.acknowledgement.forgo(session);
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

/** Writes to a line one after the other, and keeps going whether or not anybody reads. */
function speaker(line: Transport): (text: string) => void {
	let unsaid = "";
	let speaking = false;
	const speak = async (): Promise<void> => {
		speaking = true;
		while (unsaid !== "") {
			const text = unsaid;
			unsaid = "";
			await line.write(Buffer.from(text, "latin1"));
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
