import fc from "fast-check";
import { expect, test } from "vitest";
import {
	repeatedKey,
	repeatedKeys,
} from "../../../src/store/json/repeated-keys.ts";

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
	expect([...repeatedKeys(text)].map(({ path }) => path.join("."))).toEqual(
		keys,
	);
});

test("what a program writes has no key twice", () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			expect([...repeatedKeys(JSON.stringify(value, null, 1))]).toEqual([]);
		}),
	);
});

test("a text that is a hundred thousand deep is read to its end", () => {
	const deep = 100_000;
	const text = `${'{"a":'.repeat(deep)}1${"}".repeat(deep)}`;
	expect([...repeatedKeys(text)]).toEqual([]);
});

test("its place is where it comes again", () => {
	expect([...repeatedKeys('{"a":{"b":1, "\\u0062" :2},"a":0}')]).toEqual([
		{ path: ["a", "b"], start: 13, end: 21 },
		{ path: ["a"], start: 26, end: 29 },
	]);
});

test("a bare word has no keys, whatever stands in it", () => {
	const word = '!{"\\x":1,"a":2,"a":3}';
	expect(repeatedKey(word, word)).toBeNull();
	expect(repeatedKey('"a:b"', "a:b")).toBeNull();
});

test("the first of them is found by counting too", () => {
	const pieces = fc.constantFrom(
		...['"a"', '"b"', '"\\u0061"', '"a:b"', '"\\":"', "{", "}", "[", "]"],
		...[":", ",", "1", "null"],
	);
	const anyText = fc
		.array(pieces, { maxLength: 12 })
		.map((all) => all.join(""));
	const entry = fc.tuple(
		fc.constantFrom('"a"', '"\\u0061"', '"a:b"', '"\\":"', '"__proto__"'),
		fc.constantFrom("1", "[]", '{"a":1}', '{"a":1,"a":2}', '[{"b":":"}]'),
	);
	const object = fc
		.array(entry, { maxLength: 4 })
		.map(
			(all) => `{${all.map(([key, value]) => `${key}: ${value}`).join(",")}}`,
		);
	fc.assert(
		fc.property(fc.oneof(anyText, object), (text) => {
			let document: unknown;
			try {
				document = JSON.parse(text);
			} catch {
				return;
			}
			const [first = null] = repeatedKeys(text);
			expect(repeatedKey(text, document)).toEqual(first);
		}),
		{ numRuns: 2000 },
	);
});
