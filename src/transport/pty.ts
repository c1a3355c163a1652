import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, constants, openSync, write } from "node:fs";
import { lstat, readlink, symlink, unlink } from "node:fs/promises";
import { resolve } from "node:path";
import type { ReadStream } from "node:tty";
import type { Clock } from "../time/clock.ts";
import { systemClock } from "../time/system-clock.ts";
import { flowingArrivals } from "./arrivals.ts";
import type { Transport } from "./transport.ts";

/** A pseudo-terminal: this end is a transport, the other a device that any program can open. */
export interface Pty extends Transport {
	/** What programs open: the link that was wished for, else `/dev/pts/7`. */
	readonly path: string;
}

/** The part of the package that its typings leave out. */
interface OpenedTerminal {
	readonly master: ReadStream;
	readonly slave: ReadStream;
	readonly _fd: number;
	readonly _pty: string;
}

/** Bytes kept for a program that does not read; what comes after them is lost, as on a wire. */
const mostUnread = 1 << 16;
const retryAfter = 5;

/**
 * Opens a pseudo-terminal. It outlives the programs that open and close its
 * device. Rejects where `@lydell/node-pty`, an optional dependency, is not
 * installed, and where something that is no link is in the way of the link.
 * @param link where to put a symbolic link to the device; removed on close
 */
export async function openPty(
	link: string | null = null,
	clock: Clock = systemClock,
	load: () => Promise<unknown> = () => import("@lydell/node-pty"),
): Promise<Pty> {
	const place = link === null ? null : resolve(link);
	if (place !== null) await makeRoom(place);
	const terminal = await openTerminal(load);
	const device = terminal._pty;
	if (place !== null)
		await symlink(device, place).catch((error: unknown) => {
			// Left open, it would keep the process alive.
			terminal.slave.destroy();
			terminal.master.destroy();
			throw error;
		});
	// Held open for as long as the pseudo-terminal is to live: without any open
	// slave the master reads errors.
	const slave = openSync(device, constants.O_RDWR | constants.O_NOCTTY);
	// Cooked and with echo, it would send our own bytes back to us.
	terminal.slave.setRawMode(true);
	// Its reader would take what is meant for the program at the other end.
	const closed = once(terminal.slave, "close");
	terminal.slave.destroy();
	await closed;
	// From Node 22 on, closing it makes the line discipline cooked again.
	spawnSync("stty", ["raw", "-echo"], { stdio: [slave, "ignore", "ignore"] });
	const bytes = flowingArrivals(terminal.master);
	terminal.master.on("data", (chunk: Buffer) => bytes.push(chunk));
	terminal.master.on("error", (error) => bytes.fail(error));
	const writer = patientWriter(terminal._fd, clock);
	let open = true;
	return {
		name: `pty:${place ?? device}`,
		path: place ?? device,
		bytes,
		write(chunk) {
			return open
				? writer.write(chunk)
				: Promise.reject(new Error(`${device} is closed`));
		},
		async close() {
			if (!open) return;
			open = false;
			bytes.end();
			writer.stop();
			terminal.master.destroy();
			closeSync(slave);
			if (place !== null && (await readlink(place).catch(() => "")) === device)
				await unlink(place);
		},
	};
}

async function openTerminal(
	load: () => Promise<unknown>,
): Promise<OpenedTerminal> {
	const loaded = await load().catch((error: unknown) => error);
	if (!canOpen(loaded)) {
		throw new Error(
			"no pseudo-terminals: the package @lydell/node-pty cannot be loaded here. Use a tcp line and bridge it: socat PTY,link=phone.tty,raw,echo=0 TCP:127.0.0.1:PORT",
			{ cause: loaded },
		);
	}
	// Without `encoding: null` bytes above 0x7f are spoilt.
	return loaded.open({ encoding: null });
}

function canOpen(
	loaded: unknown,
): loaded is { open(options: { encoding: null }): OpenedTerminal } {
	return (
		typeof loaded === "object" &&
		loaded !== null &&
		"open" in loaded &&
		typeof loaded.open === "function"
	);
}

/**
 * Writes to a descriptor that does not block. The package's own stream blocks
 * the whole process as soon as the program at the other end stops reading.
 */
function patientWriter(fd: number, clock: Clock) {
	let queue: Uint8Array[] = [];
	let unread = 0;
	let stopped = false;
	let writing = false;
	const next = (): void => {
		const [head] = queue;
		if (head === undefined || stopped) {
			writing = false;
			return;
		}
		writing = true;
		write(fd, head, (error, written) => {
			const taken = error ? 0 : written;
			unread -= taken;
			if (taken === head.length) queue.shift();
			else queue[0] = head.subarray(taken);
			if (error?.code === "EAGAIN") clock.at(clock.now() + retryAfter, next);
			else if (error) stop();
			else next();
		});
	};
	const stop = () => {
		stopped = true;
		queue = [];
	};
	return {
		stop,
		async write(chunk: Uint8Array): Promise<void> {
			const room = mostUnread - unread;
			const kept = Uint8Array.from(chunk.subarray(0, Math.max(0, room)));
			if (stopped || kept.length === 0) return;
			queue.push(kept);
			unread += kept.length;
			if (!writing) next();
		},
	};
}

/** Removes a link to a terminal that an earlier run left; anything else stays and is an error. */
async function makeRoom(place: string): Promise<void> {
	const there = await lstat(place).catch(() => null);
	if (there === null) return;
	if (!there.isSymbolicLink())
		throw new Error(`${place} is in the way: it is no symbolic link`);
	const target = await readlink(place);
	if (!/^\/dev\/(pts\/|tty|pty)/.test(target))
		throw new Error(`${place} is in the way: it is a link to ${target}`);
	await unlink(place);
}
