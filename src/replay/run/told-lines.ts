import type { BlockResult, Told } from "./block-result.ts";

/*
 * What there is to tell of a block, as JSON Lines in octets. A thousand failures as
 * objects survive until the block is done: V8 copies them twice, and gives its young
 * space all the room that it may have. As octets they are outside its heap, in memory
 * that is used again for the next block, and go from thread to thread as they are.
 */

/** Writes what there is to tell of one block after the other. */
export class ToldWriter {
	private octets = Buffer.alloc(0);
	private used = 0;

	add(told: Told): void {
		const line = `${JSON.stringify(told)}\n`;
		const size = Buffer.byteLength(line);
		if (this.used + size > this.octets.length) {
			const more = Buffer.alloc(2 * this.used + size);
			this.octets.copy(more, 0, 0, this.used);
			this.octets = more;
		}
		this.used += this.octets.write(line, this.used);
	}

	/** All of it, which holds until the next is added; it begins anew. */
	lend(): Uint8Array {
		const lent = this.octets.subarray(0, this.used);
		this.used = 0;
		return lent;
	}
}

export function toldLines(all: Iterable<Told>): Uint8Array {
	const writer = new ToldWriter();
	for (const told of all) writer.add(told);
	return writer.lend();
}

/** The result of a block with memory of its own. */
export function kept(result: BlockResult): BlockResult {
	return { ...result, told: new Uint8Array(result.told) };
}

/** What is used again, in bytes; more is rare. */
const MOST = 4 * 1024 * 1024;

/**
 * Keeps what is told of blocks until it is their turn, in memory that is used again.
 * Octets that wait for long count as old, and V8 frees those only when it collects all
 * of its heap: of 100,000 failures all would be there until the end.
 */
export class ToldShelf {
	private spare: ArrayBufferLike[] = [];

	/** The result with a copy of what is told. */
	put(result: BlockResult): BlockResult {
		const { told } = result;
		// Where none is large enough, the last makes room for one that is.
		const at = this.spare.findIndex((one) => one.byteLength >= told.length);
		const [old] = this.spare.splice(at, 1);
		const memory =
			old !== undefined && at !== -1
				? old
				: new ArrayBuffer(2 ** Math.ceil(Math.log2(told.length + 1)));
		const copy = new Uint8Array(memory, 0, told.length);
		copy.set(told);
		return { ...result, told: copy };
	}

	/** Nothing of it is needed any more. */
	release({ told: { buffer } }: BlockResult): void {
		if (buffer.byteLength <= MOST) this.spare.push(buffer);
	}
}

/** What stands in lines that a `ToldWriter` wrote, one at a time. */
export function* toldIn(lines: Uint8Array): Generator<Told> {
	const octets = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
	for (let from = 0; from < octets.length; ) {
		const to = octets.indexOf(10, from);
		const told: Told = JSON.parse(octets.toString("utf8", from, to));
		yield told;
		from = to + 1;
	}
}
