/** A receiver of alarms at the other end of a line in this process. */
import { FrameCollector } from "../../src/receivers/dc09/frame-collector.ts";
import {
	type Received,
	receive,
} from "../../src/receivers/dc09/receiving-end.ts";
import type { Clock } from "../../src/time/clock.ts";
import { inProcessLine } from "../../src/transport/in-process.ts";
import type { Transport } from "../../src/transport/transport.ts";

export interface ReceiverAtHand {
	readonly received: readonly Received[];
	/** Whether it says nothing any more. */
	silent: boolean;
	open(): Promise<Transport>;
}

export function aReceiver(
	clock: Clock,
	key: Uint8Array | null = null,
): ReceiverAtHand {
	const received: Received[] = [];
	const options = {
		accounts: new Map([["1234", key]]),
		anyAccount: false,
		checksTime: true,
		chance: (count: number) => new Uint8Array(count),
	};
	const receiver = {
		received,
		silent: false,
		async open() {
			const [ours, theirs] = inProcessLine("receiver");
			void (async () => {
				const collector = new FrameCollector();
				for await (const chunk of theirs.bytes)
					for (const frame of collector.push(
						Buffer.from(chunk).toString("latin1"),
					)) {
						const each = receive(frame, options, clock.now());
						received.push(each);
						const { answer } = each;
						if (receiver.silent || answer === null) continue;
						await theirs.write(Buffer.from(answer, "latin1")).catch(() => {});
					}
			})();
			return ours;
		},
	};
	return receiver;
}
