import { createPanel } from "alarmpanel";
import { describe, expect, test } from "vitest";

describe("from one snapshot", async () => {
	const house = await createPanel({ model: "cr200" });
	await house.text("PROG 1234 PINU:2,5678,ANNA");
	const snapshot = house.snapshot();

	test.each([
		["PROG 5678 MODE:A", "MODE:OK"],
		["PROG 1234 MOD?:", "MODE?D"],
		["PROG 9999 MODE:A", null],
	])("%s is answered with %s", async (message, expected) => {
		const panel = await createPanel({ snapshot });
		const { reply } = await panel.text(message);
		expect(reply).toBe(expected);
	});
});

test("a reply that the network loses leaves the deed done", async () => {
	const panel = await createPanel({ channel: "loss 1x from +15550100" });
	expect(await panel.text("PROG 7982 MODE:H")).toMatchObject({
		accepted: true,
		replies: [],
	});
	const again = await panel.text("PROG 7982 MOD?:");
	expect(again.replies).toEqual(["MODE?H"]);
});
