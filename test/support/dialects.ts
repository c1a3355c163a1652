/** Every dialect with what it can write. */
import type fc from "fast-check";
import { dialects } from "../../grammar/dialects.ts";
import type { Dialect } from "../../grammar/message/dialect.ts";
import type { Wording } from "../../grammar/message/message.ts";
import { wordingsOf } from "./texts.ts";

/** A dialect and what it can write. */
export interface DialectCase {
	readonly dialect: Dialect;
	readonly wordings: fc.Arbitrary<Wording>;
}

/** Every dialect, for `describe.each`: a new one comes under the laws by itself. */
export const everyDialect: readonly DialectCase[] = await Promise.all(
	Object.entries(wordingsOf).map(async ([name, wordings]) => {
		const load = Object.entries(dialects).find(([each]) => each === name)?.[1];
		if (load === undefined) throw new Error(`there is no dialect ${name}`);
		return { dialect: await load(), wordings };
	}),
);
