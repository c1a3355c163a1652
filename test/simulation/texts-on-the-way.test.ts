import { expect, test } from "vitest";
import { createPanel } from "../../src/index.ts";

const START = Date.UTC(2026, 0, 1);

test("a text that the network delays is told when the panel reads it", async () => {
	const panel = await createPanel({ channel: "delay 30s to +15550100" });
	await panel.text("PROG 7982 MODE:A");
	await panel.text("PROG 7982 MODE:D", { from: "+15550102" });
	expect(panel.activity.from(0)).toEqual([]);
	await panel.advance("1m");
	const told = panel.activity
		.from(0)
		.flatMap((each) =>
			each.type === "event"
				? []
				: [[each.type, each.text, each.state.runtime.mode]],
		);
	expect(panel.activity.from(0)[0]?.at).toBe(START + 30_000);
	expect(told).toEqual([
		["text", "PROG 7982 MODE:A", "arming"],
		["text", "PROG 7982 MODE:D", "disarm"],
		["sent", "MODE:OK", "disarm"],
		["sent", "MODE:OK", "disarm"],
	]);
});
