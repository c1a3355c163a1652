import type { Transport } from "../../transport/transport.ts";
import { FrameCollector } from "./frame-collector.ts";

/** An open connection to a receiver, and the frames that come back on it. */
export class Answers {
	/** Called with each frame, and with null when the connection is over. */
	listener: (octets: string | null) => void = () => {};
	over = false;
	readonly #transport: Transport;

	constructor(transport: Transport) {
		this.#transport = transport;
		void this.#read();
	}

	/** A frame in one piece: receivers take each chunk for a whole one. */
	async write(octets: string): Promise<void> {
		await this.#transport.write(Buffer.from(octets, "latin1"));
	}

	async close(): Promise<void> {
		this.over = true;
		await this.#transport.close();
	}

	async #read(): Promise<void> {
		const collector = new FrameCollector();
		try {
			for await (const chunk of this.#transport.bytes)
				for (const frame of collector.push(
					Buffer.from(chunk).toString("latin1"),
				))
					this.listener(frame);
		} catch {
			// A connection that breaks is one that is over.
		}
		this.over = true;
		this.listener(null);
	}
}
