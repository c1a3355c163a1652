import { expect, test } from "vitest";
import { OctetReader } from "../../src/sms/octet-reader.ts";

const explain = () => ({ value: "v", meaning: "m" });

test("after a fault everything reads as zeros and the first fault stays", () => {
	const reader = new OctetReader(Uint8Array.of(1, 2, 3));
	expect(reader.octet("a", explain)).toBe(1);
	expect(reader.octets("b", 3, explain)).toEqual(Uint8Array.of(0, 0, 0));
	expect(reader.octet("c", explain)).toBe(0);
	reader.fail("d", 0, "later");
	expect(reader.decoded("value")).toEqual({
		ok: false,
		error: { path: "b", octet: 1, message: "3 octets expected, 2 left" },
	});
});

test("a tracing reader keeps the fields that it read, but none without octets", () => {
	const reader = new OctetReader(Uint8Array.of(1, 2, 3), true);
	reader.octet("a", (octet) => ({ value: String(octet), meaning: "first" }));
	reader.octets("b", 0, explain);
	reader.octets("c", 2, explain);
	reader.octets("d", 1, explain);
	expect(reader.fields).toEqual([
		{
			path: "a",
			offset: 0,
			octets: Uint8Array.of(1),
			value: "1",
			meaning: "first",
		},
		{
			path: "c",
			offset: 1,
			octets: Uint8Array.of(2, 3),
			value: "v",
			meaning: "m",
		},
	]);
});
