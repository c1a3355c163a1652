import { EOF } from "chevrotain";
import { expect, test, vi } from "vitest";
import { MobileParser } from "../../../grammar/mobile/parser.ts";
import { mobileLexer } from "../../../grammar/mobile/tokens.ts";

// In production Chevrotain's own checks are left out; here they run.
test("Chevrotain finds nothing wrong with the token definitions", () => {
	const warn = vi.spyOn(console, "warn");
	expect(mobileLexer(true).lexerDefinitionErrors).toEqual([]);
	expect(warn).not.toHaveBeenCalled();
});

test("Chevrotain finds nothing wrong with the grammar", () => {
	expect(() => new MobileParser(true)).not.toThrow();
});

test("tokens that are no message give null and Chevrotain's error", () => {
	const parser = new MobileParser(true);
	expect(parser.messageOf("", [])).toBeNull();
	expect(parser.errors).toMatchObject([
		{ name: "MismatchedTokenException", token: { tokenType: EOF } },
	]);
});
