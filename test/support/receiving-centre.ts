/** An alarm receiving centre on this machine, with what it got. */
import { randomBytes } from "node:crypto";
import {
	type ListenOptions,
	listenForReports,
} from "../../src/receivers/dc09/listen.ts";
import type { ReceiverFault } from "../../src/receivers/dc09/receiver-faults.ts";
import type { Received } from "../../src/receivers/dc09/receiving-end.ts";
import { systemClock } from "../../src/time/system-clock.ts";

export interface Centre {
	readonly port: number;
	/** Every frame that came, in order. */
	readonly received: readonly Received[];
	/** What is done wrong from now on. */
	fault: ReceiverFault | null;
	/** Waits until so many frames have come. */
	until(count: number): Promise<void>;
	close(): Promise<void>;
}

export async function aCentre(
	options: Partial<ListenOptions> & { readonly key?: Uint8Array } = {},
): Promise<Centre> {
	const received: Received[] = [];
	let wake = () => {};
	const { key = null, ...listen } = options;
	const centre = { fault: null as ReceiverFault | null };
	const { port, close } = await listenForReports({
		accounts: new Map([["1234", key]]),
		anyAccount: false,
		checksTime: true,
		chance: randomBytes,
		host: "127.0.0.1",
		port: 0,
		slowness: 50,
		clock: systemClock,
		fault: () => centre.fault,
		onFrame: (each) => {
			received.push(each);
			wake();
		},
		...listen,
	});
	return Object.assign(centre, {
		port,
		received,
		async until(count: number) {
			while (received.length < count)
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
		},
		close,
	});
}
