import { expect, test } from "vitest";
import { howMany } from "../src/how-many.ts";

test.each([
	[howMany(0, "text"), "0 texts"],
	[howMany(1, "text"), "1 text"],
	[howMany(3, "text"), "3 texts"],
	[howMany(1, "try", "tries"), "1 try"],
	[howMany(2, "try", "tries"), "2 tries"],
])("%s", (said, expected) => {
	expect(said).toBe(expected);
});
