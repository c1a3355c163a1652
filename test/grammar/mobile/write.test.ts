import { expect, test } from "vitest";
import { write } from "../../../grammar/mobile/write.ts";

const head = { keyword: "PROG", code: "1111", word: "APN" };

test("a colon, then commas", () => {
	expect(write({ ...head, slots: ["internet", "", ""] })).toBe(
		"APN:PROG,1111,internet,,",
	);
});

test("no slots, no comma; one blank slot, a comma", () => {
	expect(write({ ...head, slots: [] })).toBe("APN:PROG,1111");
	expect(write({ ...head, slots: [""] })).toBe("APN:PROG,1111,");
});
