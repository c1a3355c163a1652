/**
 * A line that carries bytes both ways, and nothing but bytes: where a chunk
 * ends says nothing. Serial port, socket, pseudo-terminal and the two ends of
 * an in-process line all look like this; tracing is one around another.
 */
export interface Transport {
	/** For people and logs: `serial:///dev/ttyUSB0`, `tcp://127.0.0.1:7070`. */
	readonly name: string;
	/**
	 * What arrives, until the line is closed by either side; then it ends. A line
	 * that breaks ends with a throw that says how. To be iterated once.
	 */
	readonly bytes: AsyncIterable<Uint8Array>;
	/** Resolves when the bytes are handed on; rejects on a closed or broken line. */
	write(bytes: Uint8Array): Promise<void>;
	/** Closes both directions. Closing twice is no error. */
	close(): Promise<void>;
}
