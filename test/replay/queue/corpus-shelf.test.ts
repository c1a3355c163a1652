import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { JobPiece } from "../../../src/replay/queue/block-job.ts";
import {
	CorpusShelf,
	NoPieceError,
} from "../../../src/replay/queue/corpus-shelf.ts";
import { sha256 } from "../../../src/replay/queue/engine-version.ts";
import { virtualClock } from "../../../src/time/virtual-clock.ts";
import { temporaryFolder } from "../../support/folder.ts";

test("blocks that come at once all find their bytes, before a folder was looked through", async () => {
	const folder = await temporaryFolder();
	const text = Buffer.from("0123456789".repeat(100));
	writeFileSync(join(folder, "other name"), text);
	const piece = (from: number, to: number, bytes = text): JobPiece => ({
		name: "c.jsonl",
		size: text.length,
		from,
		to,
		sha256: sha256(bytes.subarray(from, to)),
	});
	const shelf = new CorpusShelf([folder], null, virtualClock(0));
	const ranges = Array.from({ length: 10 }, (_, at) => at * 100);
	const found = await Promise.all(
		ranges.map((from) => shelf.bytesOf(piece(from, from + 100), null)),
	);
	expect(Buffer.concat(found)).toEqual(text);
	const other = piece(0, 100, Buffer.from("9".repeat(100)));
	await expect(shelf.bytesOf(other, null)).rejects.toThrow(
		new NoPieceError(
			`no file here has these bytes of c.jsonl: bytes 0 to 100, sha256 ${other.sha256.slice(0, 16)}…`,
		),
	);
});
