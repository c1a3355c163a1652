import { expect, test } from "vitest";
import { ServiceTimes } from "../../src/network/service-times.ts";
import { submitsOf } from "../../src/sms/outgoing-sms.ts";

function submit(text: string) {
	const submits = submitsOf({ to: "+15550100", text, reference: 1 });
	if (!submits.ok || submits.value[0] === undefined) throw new Error(text);
	return submits.value[0];
}

test("what is sent again gets a second of its own, and all else the present one", () => {
	const times = new ServiceTimes();
	const of = (text: string, now: number, from = "+15550101") =>
		times.of(from, submit(text), now);
	expect([
		of("a", 10_500),
		of("a", 10_900),
		of("b", 10_900),
		of("a", 10_950, "+15550102"),
		of("a", 11_100),
		of("a", 20_000),
	]).toEqual([10_000, 11_000, 10_000, 10_000, 12_000, 20_000]);
});
