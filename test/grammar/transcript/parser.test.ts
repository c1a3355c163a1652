import { expect, test, vi } from "vitest";
import { TranscriptParser } from "../../../grammar/transcript/parser.ts";
import { transcriptLexer } from "../../../grammar/transcript/tokens.ts";

// In production Chevrotain's own checks are left out; here they run.
test("Chevrotain finds nothing wrong with the token definitions", () => {
	const warn = vi.spyOn(console, "warn");
	expect(transcriptLexer(true).lexerDefinitionErrors).toEqual([]);
	expect(warn).not.toHaveBeenCalled();
});

test("Chevrotain finds nothing wrong with the grammar", () => {
	expect(() => new TranscriptParser(true)).not.toThrow();
});

test("tokens that are no line give null and Chevrotain's error", () => {
	const parser = new TranscriptParser(true);
	expect(parser.lineOf([])).toBeNull();
	expect(parser.errors).toHaveLength(1);
});
