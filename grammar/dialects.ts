import type { Dialect } from "./message/dialect.ts";

/**
 * The message languages by name. Each loads when it is asked for: a process
 * that reads one dialect has no other's grammar in memory, nor Chevrotain
 * before it reads at all.
 */
export const dialects = {
	pword: async () => (await import("./pword/dialect.ts")).pword,
	mobile: async () => (await import("./mobile/dialect.ts")).mobile,
	script: async () => (await import("./script/dialect.ts")).script,
	plain: async () => (await import("./plain/dialect.ts")).plain,
} satisfies Record<string, () => Promise<Dialect>>;

export type DialectName = keyof typeof dialects;
