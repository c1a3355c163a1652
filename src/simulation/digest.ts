import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { DigestInput } from "./digest-input.ts";

/**
 * The digest of a run: what the panels of its conversations did. Each
 * conversation's input is hashed to 128 bits, and that hash once more with the id.
 * These hashes are added as numbers. The digest is the SHA-256 of the format's
 * version, the count and the sum. A sum has no order, so any thread or machine may
 * run any conversation, and shards are merged by adding. It finds differences; it
 * does not withstand somebody who makes conversations to deceive it.
 */
export class RunDigest {
	private count = 0;
	/** From the most significant 32 bits down. */
	private readonly lanes = new Uint32Array(LANES);
	private readonly hash = new Uint32Array(LANES);
	private readonly named = new DigestInput();

	/**
	 * Adds one conversation.
	 * @param hash of its account
	 */
	add(id: string, hash: Uint32Array): void {
		const { named } = this;
		named.rewind(0);
		named.text(id);
		for (let at = 0; at < LANES; at += 1) named.word(hash[at] ?? 0);
		named.hash(this.hash);
		this.count += 1;
		this.addLanes(this.hash);
	}

	/** Adds what another run added up. */
	merge({ count, sum }: DigestParts): void {
		this.count += count;
		this.addLanes(sum.match(/.{8}/g)?.map((lane) => Number(`0x${lane}`)) ?? []);
	}

	/** What `merge` needs, as plain data. */
	get parts(): DigestParts {
		const sum = Array.from(this.lanes, (lane) =>
			lane.toString(16).padStart(8, "0"),
		).join("");
		return { count: this.count, sum };
	}

	/** `sha256:` and 64 hexadecimal digits. */
	get text(): string {
		const { count, sum } = this.parts;
		const said = `alarmpanel ${VERSION}\n${count}\n${sum}\n`;
		return `sha256:${bytesToHex(sha256(new TextEncoder().encode(said)))}`;
	}

	private addLanes(others: ArrayLike<number>): void {
		let carry = 0;
		for (let at = LANES - 1; at >= 0; at -= 1) {
			const lane = (this.lanes[at] ?? 0) + (others[at] ?? 0) + carry;
			this.lanes[at] = lane;
			carry = lane > 0xffffffff ? 1 : 0;
		}
	}
}

/**
 * Changes with what is hashed or how, so that digests of two formats are never
 * taken for runs that differ only by chance.
 */
const VERSION = 3;

export interface DigestParts {
	/** Conversations. */
	readonly count: number;
	/** `SUM_DIGITS` hexadecimal digits. */
	readonly sum: string;
}

/** Words of a hash. */
export const LANES = 4;
export const SUM_DIGITS = 8 * LANES;
