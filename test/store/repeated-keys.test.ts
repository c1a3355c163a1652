import fc from "fast-check";
import { expect, test } from "vitest";
import { repeatedKeys } from "../../src/store/repeated-keys.ts";

test.each([
	['{"a":1,"b":2}', []],
	['{"a":1,"a":2}', ["a"]],
	['{"a":{"x":1},"b":{"x":1}}', []],
	['{"users":[{"id":1},{"id":2,"pin":"1","pin":"2"}]}', ["users.1.pin"]],
	['{"a":"{\\"a\\":1,","b":"a"}', []],
	['{"a":1,"\\u0061":2}', ["a"]],
	['[{"a":[1,{"b":1}],"a":0}]', ["0.a"]],
	['"a"', []],
])("%s has twice: %j", (text, keys) => {
	expect(repeatedKeys(text)).toEqual(keys);
});

test("what a program writes has no key twice", () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			expect(repeatedKeys(JSON.stringify(value, null, 1))).toEqual([]);
		}),
	);
});

test("a text that is a hundred thousand deep is read to its end", () => {
	const deep = 100_000;
	const text = `${'{"a":'.repeat(deep)}1${"}".repeat(deep)}`;
	expect(repeatedKeys(text)).toEqual([]);
});
