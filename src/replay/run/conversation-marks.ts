const BYTES = 3;

/**
 * A mark of 24 bits for each conversation of a block, in order: where the digests of
 * a block differ, the marks say of which conversations. Two accounts have one mark
 * once in 16 million times; the digest of the block differs all the same.
 */
export class ConversationMarks {
	private octets = Buffer.alloc(256 * BYTES);
	private used = 0;

	/** @param hash of a conversation's account */
	add(hash: Uint32Array): void {
		if (this.used === this.octets.length)
			this.octets = Buffer.concat([this.octets, this.octets]);
		this.octets.writeUIntBE((hash[0] ?? 0) >>> 8, this.used, BYTES);
		this.used += BYTES;
	}

	/** All of them, in base64; it begins anew. */
	take(): string {
		const text = this.octets.toString("base64", 0, this.used);
		this.used = 0;
		return text;
	}
}

/** Which marks of two texts are not the same, by their place. */
export function differingMarks(one: string, other: string): readonly number[] {
	const width = (BYTES * 4) / 3;
	const places: number[] = [];
	const length = Math.max(one.length, other.length);
	for (let at = 0; at < length; at += width)
		if (one.slice(at, at + width) !== other.slice(at, at + width))
			places.push(at / width);
	return places;
}
