import { lstatSync, statSync } from "node:fs";
import { messageOf } from "../error-message.ts";
import type { Clock } from "../time/clock.ts";
import { systemClock } from "../time/system-clock.ts";
import { flowingArrivals } from "./arrivals.ts";
import type { Transport } from "./transport.ts";

/** A serial port, or a pseudo-terminal that passes for one. */
export interface SerialPlace {
	/** `/dev/ttyUSB0`, `COM3`. */
	readonly path: string;
	/** Bits per second, 8N1; 115200 where left out. */
	readonly baudRate?: number | undefined;
}

type SerialModule = typeof import("serialport");

export interface SerialOptions {
	/** For the looks at the device; the system's where left out. */
	readonly clock?: Clock | undefined;
	/** Gets the npm package, when the port is opened and not before. */
	readonly load?: (() => Promise<SerialModule>) | undefined;
}

/** Milliseconds between two looks at whether the device is still there. */
const lookEvery = 1000;

/**
 * Opens a serial port. Rejects, with the path in its message, where the port
 * is missing or has an owner, and where this machine has no binding for
 * serial ports.
 */
export async function openSerial(
	{ path, baudRate = 115_200 }: SerialPlace,
	{
		clock = systemClock,
		load = () => import("serialport"),
	}: SerialOptions = {},
): Promise<Transport> {
	const { SerialPort } = await load().catch((error: unknown) => {
		const reason = messageOf(error);
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
	const bytes = flowingArrivals(port);
	port.on("data", (chunk: Buffer) => bytes.push(chunk));
	port.on("error", (error: Error) =>
		bytes.fail(new Error(`${path}: ${error.message}`, { cause: error })),
	);
	port.on("close", (error: Error | null) =>
		error?.message
			? bytes.fail(new Error(`${path}: ${error.message}`, { cause: error }))
			: bytes.end(),
	);
	const stopLooking = whenGone(path, clock, () => {
		bytes.fail(new Error(`${path}: the device is gone`));
		if (port.isOpen) port.close();
	});
	port.on("close", stopLooking);
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

/**
 * Calls `gone` once when the device is no longer the one that was opened. The
 * package sees most hang-ups. One that comes while it reads leaves it reading
 * nothing for ever, without an error.
 * @returns what stops it
 */
function whenGone(path: string, clock: Clock, gone: () => void): () => void {
	const device = identityOf(path);
	// Where ports are no files (`COM3`) there is nothing to look at.
	if (device === null) return () => {};
	let cancelLook = () => {};
	const look = (): void => {
		if (identityOf(path) !== device) gone();
		else cancelLook = clock.at(clock.now() + lookEvery, look);
	};
	cancelLook = clock.at(clock.now() + lookEvery, look);
	return () => cancelLook();
}

/** What stays the same while a device is plugged in; null where there is none. */
function identityOf(path: string): string | null {
	try {
		const entry = lstatSync(path);
		const { rdev, ino } = statSync(path);
		// A link made anew can lead to another device of the same number.
		const link = entry.isSymbolicLink() ? entry.ctimeMs : 0;
		return `${rdev} ${ino} ${link}`;
	} catch {
		return null;
	}
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
