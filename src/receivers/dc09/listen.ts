import { createSocket } from "node:dgram";
import { isIPv6 } from "node:net";
import type { Clock } from "../../time/clock.ts";
import { wait } from "../../time/wait.ts";
import { listenTcp } from "../../transport/tcp.ts";
import type { Transport } from "../../transport/transport.ts";
import { readFrame } from "./frame.ts";
import { FrameCollector } from "./frame-collector.ts";
import type { ReceiverFault } from "./receiver-faults.ts";
import {
	answer,
	nakAt,
	type Received,
	type ReceivingOptions,
	receive,
} from "./receiving-end.ts";

export interface Listening {
	/** The port that it has by TCP and UDP. */
	readonly port: number;
	close(): Promise<void>;
}

export interface ListenOptions extends ReceivingOptions {
	readonly host: string;
	/** 0 takes one that is free for both TCP and UDP. */
	readonly port: number;
	readonly clock: Clock;
	/** What is done wrong with the next frame; null for nothing. */
	readonly fault: () => ReceiverFault | null;
	/** How late a slow receiver answers, in milliseconds. */
	readonly slowness: number;
	/** Told of each frame, before it is answered. */
	readonly onFrame: (received: Received, carrier: "tcp" | "udp") => void;
}

/** How a receiver puts an answer on the line. */
interface ReplyLine {
	write(octets: string): Promise<void>;
	cut(): Promise<void>;
}

/**
 * Listens for DC-09 by TCP and UDP, and answers.
 * @throws the operating system's error, as for a port that is taken
 */
export async function listenForReports(
	options: ListenOptions,
): Promise<Listening> {
	const { host } = options;
	const listener = await listenTcp({ host, port: options.port }, 100);
	const socket = createSocket(isIPv6(host) ? "udp6" : "udp4");
	await new Promise<void>((resolve, reject) => {
		socket.once("error", reject);
		socket.bind(listener.port, host, resolve);
	}).catch(async (error) => {
		await listener.close();
		throw error;
	});
	socket.on("error", () => {});
	socket.on("message", (chunk, from) => {
		const frames = new FrameCollector().push(chunk.toString("latin1"));
		const line: ReplyLine = {
			write: (octets) =>
				new Promise((resolve) =>
					socket.send(latin1(octets), from.port, from.address, () => resolve()),
				),
			cut: async () => {},
		};
		for (const frame of frames) void answered(frame, line, "udp", options);
	});
	const open = new Set<Transport>();
	const accepting = (async () => {
		for await (const transport of listener.connections) {
			open.add(transport);
			void serve(transport, options).finally(() => open.delete(transport));
		}
	})();
	return {
		port: listener.port,
		async close() {
			await listener.close();
			for (const transport of open) await transport.close();
			await accepting;
			await new Promise<void>((resolve) => socket.close(() => resolve()));
		},
	};
}

async function serve(
	transport: Transport,
	options: ListenOptions,
): Promise<void> {
	const collector = new FrameCollector();
	const line: ReplyLine = {
		write: (octets) => transport.write(latin1(octets)),
		cut: () => transport.close(),
	};
	try {
		for await (const chunk of transport.bytes)
			for (const frame of collector.push(Buffer.from(chunk).toString("latin1")))
				await answered(frame, line, "tcp", options);
	} catch {
		// A sender that goes away in the middle is no trouble of ours.
	}
	await transport.close();
}

async function answered(
	octets: string,
	line: ReplyLine,
	carrier: "tcp" | "udp",
	options: ListenOptions,
): Promise<void> {
	const { clock, onFrame } = options;
	const received = receive(octets, options, clock.now());
	onFrame(received, carrier);
	const fault = options.fault();
	if (fault === "cut") return await line.cut();
	const said = faulty(octets, received.answer, fault, options);
	if (said === null) return;
	const middle = Math.floor(said.length / 2);
	if (fault === "half") {
		await line.write(said.slice(0, middle));
		await line.cut();
	} else if (fault === "slow") {
		await wait(clock, options.slowness);
		// By UDP a datagram is a frame.
		const pieces =
			carrier === "udp" ? [said] : [said.slice(0, middle), said.slice(middle)];
		for (const piece of pieces) await line.write(piece);
	} else await line.write(said);
}

/** The answer that is given instead of the right one. */
function faulty(
	octets: string,
	right: string | null,
	fault: ReceiverFault | null,
	options: ListenOptions,
): string | null {
	const now = options.clock.now();
	if (fault === "silence") return null;
	if (fault === "nak") return nakAt(now);
	const frame = readFrame(octets)?.frame;
	if (frame === undefined) return right;
	const key = options.accounts.get(frame.account?.toUpperCase() ?? "") ?? null;
	if (fault === "duh") return answer("DUH", frame, key, options, now);
	if (fault === "wrong-sequence") {
		const sequence = (frame.sequence % 9999) + 1;
		return answer("ACK", { ...frame, sequence }, key, options, now);
	}
	return right;
}

function latin1(octets: string): Uint8Array {
	return Buffer.from(octets, "latin1");
}
