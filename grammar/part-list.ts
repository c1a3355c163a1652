import type { Part } from "./message.ts";

/**
 * Parts as a parser comes by them. A new list that grows takes room for sixteen
 * more; this one is used again, and a copy has the room that it needs.
 */
export class PartList {
	private readonly parts: Part[] = [];
	private count = 0;

	clear(): void {
		this.count = 0;
	}

	add(part: Part): void {
		this.parts[this.count] = part;
		this.count += 1;
	}

	copy(): readonly Part[] {
		return this.parts.slice(0, this.count);
	}
}
