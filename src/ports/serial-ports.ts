import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { messageOf } from "../error-message.ts";

/** A serial port of this machine; null where the system does not tell. */
export interface SerialPortFacts {
	/** `/dev/ttyUSB0`, `COM3`. */
	readonly path: string;
	readonly manufacturer: string | null;
	readonly serialNumber: string | null;
	/** USB vendor and product, four hexadecimal digits each. */
	readonly vendorId: string | null;
	readonly productId: string | null;
}

interface Lister {
	readonly SerialPort: {
		list(): Promise<
			readonly {
				readonly path: string;
				readonly manufacturer?: string | undefined;
				readonly serialNumber?: string | undefined;
				readonly vendorId?: string | undefined;
				readonly productId?: string | undefined;
			}[]
		>;
	};
}

export type SerialPortList =
	| { readonly ok: true; readonly ports: readonly SerialPortFacts[] }
	/** The system gives no list: without udev, for one. Ports may be there all the same. */
	| { readonly ok: false; readonly reason: string };

/** The serial ports of this machine. Total. */
export async function listSerialPorts(
	load: () => Promise<Lister> = () => import("serialport"),
	folder = "/dev",
): Promise<SerialPortList> {
	try {
		const { SerialPort } = await load();
		const ports = (await SerialPort.list()).map(
			({ path, manufacturer, serialNumber, vendorId, productId }) => ({
				path,
				manufacturer: manufacturer ?? null,
				serialNumber: serialNumber ?? null,
				vendorId: vendorId ?? null,
				productId: productId ?? null,
			}),
		);
		return { ok: true, ports };
	} catch (error) {
		const ports = (await deviceNames(folder)).map((path) => ({
			path,
			manufacturer: null,
			serialNumber: null,
			vendorId: null,
			productId: null,
		}));
		if (ports.length > 0) return { ok: true, ports };
		const reason = messageOf(error);
		return { ok: false, reason: `no list of serial ports: ${reason}` };
	}
}

/** Devices that are named like a modem's port: containers have no udev to ask. */
async function deviceNames(folder: string): Promise<string[]> {
	const names = await readdir(folder).catch((): string[] => []);
	return names
		.filter((name) => /^tty(USB|ACM)\d+$/.test(name))
		.sort((one, other) => one.localeCompare(other, "en", { numeric: true }))
		.map((name) => join(folder, name));
}
