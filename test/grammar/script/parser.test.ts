import { expect, test, vi } from "vitest";
import { ScriptParser } from "../../../grammar/script/parser.ts";
import { scriptLexer } from "../../../grammar/script/tokens.ts";

// In production Chevrotain's own checks are left out; here they run.
test("Chevrotain finds nothing wrong with the token definitions", () => {
	const warn = vi.spyOn(console, "warn");
	expect(scriptLexer(true).lexerDefinitionErrors).toEqual([]);
	expect(warn).not.toHaveBeenCalled();
});

test("Chevrotain finds nothing wrong with the grammar", () => {
	expect(() => new ScriptParser(true)).not.toThrow();
});
