/** Lines between the driver and a virtual modem: in process, over TCP, over a pseudo-terminal. */
import { onTestFinished } from "vitest";
import { inProcessLine } from "../../src/transport/in-process.ts";
import { openPty } from "../../src/transport/pty.ts";
import { openSerial } from "../../src/transport/serial.ts";
import { connectTcp, listenTcp } from "../../src/transport/tcp.ts";
import type { Transport } from "../../src/transport/transport.ts";
import type { VirtualModem } from "../../src/virtual-modem/virtual-modem.ts";
import { countedLine } from "./counted-line.ts";

/** A way to plug a driver into a virtual modem, again and again. */
export interface ModemLine {
	readonly open: () => Promise<Transport>;
	/** Whether something is still on its way. */
	readonly isBusy: () => boolean;
}

export const modemLines: Record<
	string,
	(modem: VirtualModem) => Promise<ModemLine>
> = {
	async "in process"(modem) {
		const open = async () => {
			const [here, there] = inProcessLine();
			void modem.attach(there);
			return here;
		};
		return { open, isBusy: () => false };
	},
	async "over TCP"(modem) {
		const listener = await listenTcp();
		onTestFinished(() => listener.close());
		const { port } = listener;
		const connections = listener.connections[Symbol.asyncIterator]();
		return wired(modem, async () => {
			const here = await connectTcp({ host: "127.0.0.1", port });
			const there = await connections.next();
			if (there.done) throw new Error("the listener is closed");
			return [here, there.value];
		});
	},
	async "over a pseudo-terminal"(modem) {
		return wired(modem, async () => {
			const pty = await openPty();
			const serial = await openSerial({ path: pty.path });
			const close = async () => {
				await serial.close();
				// Else it would outlive the program, as pseudo-terminals do.
				await pty.close();
			};
			return [{ ...serial, close }, pty];
		});
	},
};

/** A plug of real lines. */
function wired(
	modem: VirtualModem,
	connect: () => Promise<readonly [Transport, Transport]>,
): ModemLine {
	let line = countedLine();
	let opening = 0;
	return {
		async open() {
			opening += 1;
			try {
				const [here, there] = await connect();
				line = countedLine();
				const end = line.end(here);
				void modem.attach(line.end(there));
				return end;
			} finally {
				opening -= 1;
			}
		},
		isBusy: () => opening > 0 || line.busy,
	};
}
