import { createHash, hash } from "node:crypto";

/**
 * The digest of a run: what the panels of its conversations did. Each
 * conversation has a SHA-256 of its own; they are added up as 256-bit numbers,
 * and the digest is the SHA-256 of the count and the sum. Addition knows no
 * order, so it does not matter which worker or machine ran which conversation,
 * and shards are merged by adding their sums. (A sum finds differences; it is no
 * proof against somebody who makes conversations for it.)
 */
export class RunDigest {
	private count = 0;
	/** From the most significant 32 bits down. */
	private readonly lanes = new Uint32Array(LANES);

	/** Adds one conversation by its digest. */
	add(digest: Uint8Array): void {
		this.count += 1;
		this.addOctets(digest);
	}

	/** Adds what another run added up. */
	merge({ count, sum }: DigestParts): void {
		this.count += count;
		this.addOctets(Buffer.from(sum, "hex"));
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
		const value = createHash("sha256").update(`${count}\n${sum}\n`);
		return `sha256:${value.digest("hex")}`;
	}

	private addOctets(octets: Uint8Array): void {
		let carry = 0;
		for (let at = LANES - 1; at >= 0; at -= 1) {
			const lane = (this.lanes[at] ?? 0) + bigEndian(octets, 4 * at) + carry;
			this.lanes[at] = lane;
			carry = lane > 0xffffffff ? 1 : 0;
		}
	}
}

export interface DigestParts {
	/** Conversations. */
	readonly count: number;
	/** 64 hexadecimal digits. */
	readonly sum: string;
}

/** The digest of one conversation, 32 octets, from an account of what happened in it. */
export function conversationDigest(account: string): Uint8Array {
	// UTF-8 has no lone surrogates and would make all of them the same character.
	const text = LONE.test(account) ? JSON.stringify(account) : account;
	return hash("sha256", text, "buffer");
}

const LONE = /\p{Cs}/u;

const LANES = 8;

function bigEndian(octets: Uint8Array, at: number): number {
	return (
		(octets[at] ?? 0) * 0x1000000 +
		(((octets[at + 1] ?? 0) << 16) |
			((octets[at + 2] ?? 0) << 8) |
			(octets[at + 3] ?? 0))
	);
}
