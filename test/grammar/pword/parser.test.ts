import { EOF } from "chevrotain";
import { expect, test, vi } from "vitest";
import { PwordParser } from "../../../grammar/pword/parser.ts";
import { pwordLexer } from "../../../grammar/pword/tokens.ts";

// In production Chevrotain's own checks are left out; here they run.
test("Chevrotain finds nothing wrong with the token definitions", () => {
	const warn = vi.spyOn(console, "warn");
	expect(pwordLexer(true).lexerDefinitionErrors).toEqual([]);
	expect(warn).not.toHaveBeenCalled();
});

test("Chevrotain finds nothing wrong with the grammar", () => {
	expect(() => new PwordParser(true)).not.toThrow();
});

test("tokens that are no message give null and Chevrotain's error", () => {
	const parser = new PwordParser(true);
	expect(parser.messageOf("", [])).toBeNull();
	expect(parser.errors).toMatchObject([
		{ name: "MismatchedTokenException", token: { tokenType: EOF } },
	]);
});
