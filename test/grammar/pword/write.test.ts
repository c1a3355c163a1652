import { expect, test } from "vitest";
import { write } from "../../../grammar/pword/write.ts";

const head = { keyword: "PROG", code: "7982", word: "USRS" };

test("one space between the head parts, a colon, commas", () => {
	expect(write({ ...head, slots: ["1", "1234", "", "1"] })).toBe(
		"PROG 7982 USRS:1,1234,,1",
	);
});

test("no slots, no colon; one blank slot, a colon", () => {
	expect(write({ ...head, slots: [] })).toBe("PROG 7982 USRS");
	expect(write({ ...head, slots: [""] })).toBe("PROG 7982 USRS:");
});
