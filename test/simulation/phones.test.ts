import { expect, test } from "vitest";
import { ActivityStream } from "../../src/firmware/activity.ts";
import { phonesOf } from "../../src/simulation/phones.ts";
import { factory } from "../support/panel-builder.ts";

const MOST = 10_000;

test("of texts from ever new numbers the latest are kept, and of one number's no more than 1000", () => {
	const activity = new ActivityStream();
	const phones = phonesOf(activity);
	let at = 0;
	const sent = (to: string) => {
		at += 1;
		const outcome = "sent";
		activity.add(at, factory, { type: "sent", to, text: `${at}`, outcome });
	};
	for (let count = 0; count < 1500; count += 1) sent("+1");
	expect(phones.messages("+1").map(({ text }) => text)).toEqual(
		Array.from({ length: 1000 }, (_, place) => `${501 + place}`),
	);
	const strangers = Array.from({ length: MOST }, (_, place) => `+2${place}`);
	for (const number of strangers.slice(0, MOST - 1)) sent(number);
	// One text of the first number is left.
	expect(phones.numbers).toEqual(["+1", ...strangers.slice(0, MOST - 1)]);
	expect(phones.messages("+1")).toEqual([
		{ direction: "received", text: "1500", at: 1500 },
	]);
	sent(strangers.at(-1) ?? "");
	expect(phones.numbers).toEqual(strangers);
	expect(phones.messages("+1")).toEqual([]);
});
