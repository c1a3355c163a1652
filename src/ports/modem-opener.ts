/** Opens the line to a modem. */

import { messageOf } from "../error-message.ts";
import { describeAtError } from "../modem/at/at-error.ts";
import { AtSession, usualTimeouts } from "../modem/at/at-session.ts";
import { virtualNetwork } from "../network/network.ts";
import { codeOf } from "../store/system-error.ts";
import type { Clock } from "../time/clock.ts";
import { inProcessLine } from "../transport/in-process.ts";
import { openSerial, type SerialPlace } from "../transport/serial.ts";
import { connectTcp, type TcpPlace } from "../transport/tcp.ts";
import type { Transport } from "../transport/transport.ts";
import { virtualModem } from "../virtual-modem/virtual-modem.ts";
import { ModemLineError } from "./modem-line-error.ts";
import type { ModemPlace } from "./modem-url.ts";
import { lockPort } from "./port-lock.ts";
import { listSerialPorts } from "./serial-ports.ts";

export interface ModemOpenerParts {
	readonly clock: Clock;
	/** Who uses the modem, as people started it: `alarmpanel send`. */
	readonly owner: string;
	/** The number of a virtual modem. */
	readonly number: string;
	/** Is told of each port that `auto:` tried, a line each. */
	readonly say: (remark: string) => void;
	/** The ports that `auto:` tries; those of this machine where left out. */
	readonly ports?: typeof listSerialPorts | undefined;
}

const connectPatience = 10_000;

/**
 * A function that opens the line to a modem, as often as it is asked. A serial
 * port is this process's own until its line is closed. It rejects with a
 * ModemLineError, a sentence that says what to do.
 */
export function modemOpener(
	place: ModemPlace,
	parts: ModemOpenerParts,
): () => Promise<Transport> {
	switch (place.kind) {
		case "serial":
			return () => openPort(place, parts);
		case "tcp":
			return () => connect(place, parts);
		case "auto":
			return () => openFirstThatAnswers(parts);
		case "virtual":
			return virtualLine(parts);
	}
}

async function openPort(
	place: SerialPlace,
	{ clock, owner }: ModemOpenerParts,
): Promise<Transport> {
	const claim = { command: owner, started: clock.now() };
	const lock = await lockPort(place.path, claim);
	try {
		const line = await openSerial(place);
		return {
			...line,
			async close() {
				await line.close().finally(() => lock.release());
			},
		};
	} catch (error) {
		await lock.release();
		const told = messageOf(error);
		const reason = told
			.replace(/: Error:? /, ": ")
			.replace(/, cannot open .*/i, "");
		throw new ModemLineError(reason, portAdvice(reason), error);
	}
}

function portAdvice(reason: string): string {
	if (/No such file|File not found/.test(reason))
		return "alarmpanel modem ports lists the ports that there are";
	if (/Permission denied|Access denied/.test(reason))
		return "let your user open it: on Linux the group dialout may";
	if (/lock|busy/i.test(reason))
		return "another program has it open: end that one first";
	return "check cable, power and that this is the modem's port";
}

async function connect(
	place: TcpPlace,
	{ clock }: ModemOpenerParts,
): Promise<Transport> {
	const over = new AbortController();
	const forget = clock.at(clock.now() + connectPatience, () => over.abort());
	try {
		return await connectTcp(place, over.signal);
	} catch (error) {
		const name = `tcp://${place.host}:${place.port}`;
		if (over.signal.aborted)
			throw new ModemLineError(
				`${name}: no connection within ${connectPatience / 1000} s`,
				"check the host, and that nothing in between blocks the port",
				error,
			);
		const code = codeOf(error instanceof Error ? error.cause : error) ?? "";
		const [reason, advice] = connectTroubles.get(code) ?? [
			messageOf(error),
			"check host and port",
		];
		const named = reason.startsWith(name) ? reason : `${name}: ${reason}`;
		throw new ModemLineError(named, advice, error);
	} finally {
		forget();
	}
}

const connectTroubles: ReadonlyMap<string, readonly [string, string]> = new Map(
	[
		[
			"ECONNREFUSED",
			["nothing listens there", "start the modem's program, or check the port"],
		],
		["ENOTFOUND", ["there is no such host", "check its name"]],
		["EAI_AGAIN", ["the host's name cannot be looked up", "try its address"]],
		["EHOSTUNREACH", ["the host cannot be reached", "check the network"]],
		["ENETUNREACH", ["the host cannot be reached", "check the network"]],
	],
);

async function openFirstThatAnswers(
	parts: ModemOpenerParts,
): Promise<Transport> {
	const { ports = listSerialPorts, say } = parts;
	const list = await ports();
	const name = "say which port: --modem serial:///dev/ttyUSB0";
	if (!list.ok) throw new ModemLineError(list.reason, name);
	for (const { path } of list.ports) {
		const silence = await probe(path, parts);
		say(`auto: ${path}: ${silence ?? "answers"}`);
		if (silence === null) return openPort({ path }, parts);
	}
	const count = list.ports.length;
	const reason =
		count === 0
			? "there are no serial ports"
			: `none of ${count} serial ports answers to AT`;
	throw new ModemLineError(reason, `check cable and power, or ${name}`);
}

/** What is wrong with a port; null where a modem answers. */
async function probe(
	path: string,
	parts: ModemOpenerParts,
): Promise<string | null> {
	try {
		const session = new AtSession({
			transport: await openPort({ path }, parts),
			clock: parts.clock,
			timeouts: usualTimeouts,
			onIndication() {},
			onStray() {},
		});
		const answer = await session.greet();
		await session.close();
		// A modem that says ERROR is one.
		return answer.ok || answer.error.type === "refused"
			? null
			: describeAtError(answer.error);
	} catch (error) {
		if (!(error instanceof ModemLineError)) throw error;
		return error.reason.replace(`${path}: `, "").replace(`${path} is`, "is");
	}
}

/** A network with one modem, which can text only its own number. */
function virtualLine({
	clock,
	number,
}: ModemOpenerParts): () => Promise<Transport> {
	const line = virtualNetwork({ clock }).line(number);
	const modem = virtualModem({ clock, line });
	return async () => {
		const [near, far] = inProcessLine("virtual:");
		void modem.attach(far);
		return near;
	};
}
