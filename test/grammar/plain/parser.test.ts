import { expect, test, vi } from "vitest";
import { PlainParser } from "../../../grammar/plain/parser.ts";
import { plainLexer } from "../../../grammar/plain/tokens.ts";

// In production Chevrotain's own checks are left out; here they run.
test("Chevrotain finds nothing wrong with the token definitions", () => {
	const warn = vi.spyOn(console, "warn");
	expect(plainLexer(true).lexerDefinitionErrors).toEqual([]);
	expect(warn).not.toHaveBeenCalled();
});

test("Chevrotain finds nothing wrong with the grammar", () => {
	expect(() => new PlainParser(true)).not.toThrow();
});
