import { arrivals } from "./arrivals.ts";
import type { Transport } from "./transport.ts";

/** A serial port, or a pseudo-terminal that passes for one. */
export interface SerialPlace {
	/** `/dev/ttyUSB0`, `COM3`. */
	readonly path: string;
	/** Bits per second, 8N1; 115200 where left out. */
	readonly baudRate?: number | undefined;
}

type SerialModule = typeof import("serialport");

/**
 * Opens a serial port. Rejects, with the path in its message, where the port
 * is missing or has an owner, and where this machine has no binding for
 * serial ports.
 * @param load the npm package; it is loaded now and not before
 */
export async function openSerial(
	{ path, baudRate = 115_200 }: SerialPlace,
	load: () => Promise<SerialModule> = () => import("serialport"),
): Promise<Transport> {
	const { SerialPort } = await load().catch((error: unknown) => {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(
			`${path}: no serial ports on this machine: the package serialport cannot be loaded (${reason})`,
			{ cause: error },
		);
	});
	const name = `serial://${path}?baud=${baudRate}`;
	const port = new SerialPort({ path, baudRate, autoOpen: false });
	await settled(path, (done) => port.open(done));
	// Modems wait for DTR. A pseudo-terminal has no such wires, and says so.
	await settled(path, (done) => port.set({ dtr: true, rts: true }, done)).catch(
		() => {},
	);
	const bytes = arrivals<Uint8Array>();
	port.on("data", (chunk: Buffer) => bytes.push(chunk));
	port.on("error", (error: Error) =>
		bytes.fail(new Error(`${path}: ${error.message}`, { cause: error })),
	);
	port.on("close", (error: Error | null) =>
		error?.message
			? bytes.fail(new Error(`${path}: ${error.message}`, { cause: error }))
			: bytes.end(),
	);
	return {
		name,
		bytes,
		async write(chunk) {
			if (!port.isOpen) throw new Error(`${path} is closed`);
			await settled(path, (done) => void port.write(Buffer.from(chunk), done));
			await settled(path, (done) => port.drain(done));
		},
		async close() {
			bytes.end();
			if (port.isOpen) await settled(path, (done) => port.close(done));
		},
	};
}

/** A call that ends in a callback, as a promise whose error names the port. */
function settled(
	path: string,
	start: (done: (error?: Error | null) => void) => void,
): Promise<void> {
	return new Promise((resolve, reject) =>
		start((error) =>
			error
				? reject(new Error(`${path}: ${error.message}`, { cause: error }))
				: resolve(),
		),
	);
}
