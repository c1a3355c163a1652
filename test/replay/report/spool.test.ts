import { expect, test } from "vitest";
import { Spool } from "../../../src/replay/report/spool.ts";

test.each([0, 1, 700_000, 3_000_001])(
	"%i characters come back as they were, whatever they take in bytes",
	(length) => {
		const text = "aä€𝄞".repeat(length / 4 + 1).slice(0, length);
		const spool = new Spool();
		for (let at = 0; at < length; at += 100_000)
			spool.add(text.slice(at, at + 100_000));
		let back = "";
		let longest = 0;
		spool.giveTo((part) => {
			back += part;
			longest = Math.max(longest, part.length);
		});
		spool.close();
		expect(back === Buffer.from(text).toString()).toBe(true);
		expect(longest).toBeLessThan(1024 * 1024);
	},
);
