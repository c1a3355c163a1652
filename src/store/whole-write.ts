import { writeSync } from "node:fs";

/**
 * Writes all of a text into an open file. `writeSync` alone may take only the
 * first part of it, as on a disk that is nearly full, and says nothing.
 * @throws what the system says where it takes no more
 */
export function writeWhole(descriptor: number, text: string): void {
	const bytes = Buffer.from(text);
	for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}
