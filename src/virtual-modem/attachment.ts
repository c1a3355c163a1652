/** A virtual modem at a place where programs find it. */
import type { Clock } from "../time/clock.ts";
import { paced } from "../transport/paced.ts";
import { openPty, type Pty } from "../transport/pty.ts";
import { openSerial } from "../transport/serial.ts";
import { listenTcp } from "../transport/tcp.ts";
import type { Transport } from "../transport/transport.ts";
import {
	type TransportPlace,
	writeTransportUrl,
} from "../transport/transport-url.ts";
import type { VirtualModem } from "./virtual-modem.ts";

export interface Attachment {
	/** The place with the real port where 0 was asked for. */
	readonly place: TransportPlace;
	/** The same as text: `tcp://127.0.0.1:43917`, `pty:phone.tty`. */
	readonly url: string;
	close(): Promise<void>;
}

export interface AttachmentOptions {
	readonly clock: Clock;
	/** Bits per second of the line; no limit where left out. */
	readonly baud?: number | undefined;
	/** Put around each line, for whoever wants to see what passes. */
	readonly around?: ((line: Transport) => Transport) | undefined;
}

/**
 * Puts a modem at a place. At a TCP port each connection is a session. A
 * pseudo-terminal is one session for all programs that open it; after the fault
 * `port-gone` it comes back as another device under the same link. Rejects
 * where the place cannot be opened.
 */
export async function attachAt(
	modem: VirtualModem,
	place: TransportPlace,
	{ clock, baud, around = (line) => line }: AttachmentOptions,
): Promise<Attachment> {
	const slowed = (line: Transport) =>
		around(baud === undefined ? line : paced(line, clock, baud));
	switch (place.kind) {
		case "tcp": {
			const listener = await listenTcp(place);
			const accept = async () => {
				for await (const line of listener.connections)
					void modem.attach(slowed(line));
			};
			void accept();
			const taken = { ...place, port: listener.port };
			return {
				place: taken,
				url: writeTransportUrl(taken),
				close: () => listener.close(),
			};
		}
		case "serial": {
			const line = await openSerial(place);
			void modem.attach(slowed(line));
			return { place, url: line.name, close: () => line.close() };
		}
		case "pty":
			return attachPty(modem, place.path, clock, slowed);
	}
}

/** Milliseconds until a broken pseudo-terminal is opened again. */
const reopensAfter = 100;

async function attachPty(
	modem: VirtualModem,
	path: string,
	clock: Clock,
	slowed: (line: Transport) => Transport,
): Promise<Attachment> {
	let pty: Pty = await openPty(path, clock);
	let open = true;
	const serve = async (): Promise<void> => {
		while (open) {
			await modem.attach(slowed(pty));
			if (!open) return;
			const gone = modem.equipment.faultUntil("port-gone");
			const back = gone ?? clock.now() + reopensAfter;
			await new Promise<void>((resolve) => {
				clock.at(back, resolve);
			});
			if (open) pty = await openPty(path, clock);
		}
	};
	// A device that cannot be opened again stays away.
	const served = serve().catch(() => {});
	return {
		place: { kind: "pty", path },
		url: `pty:${path}`,
		async close() {
			open = false;
			await pty.close();
			await served;
		},
	};
}
