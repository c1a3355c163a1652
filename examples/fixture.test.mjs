import { createPanel } from "alarmpanel";
import { test as base, expect } from "vitest";

/** Each test gets an armed panel of its own, with a door. */
const test = base.extend({
	// biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs there
	armed: async ({}, use) => {
		const panel = await createPanel();
		await panel.text("PROG 7982 DEAN:1,1,0123456789,Kitchen");
		await panel.text("PROG 7982 MODE:A");
		await panel.advance("30s");
		await use(panel);
	},
});

test("an open door sounds the siren", async ({ armed }) => {
	const { effects } = await armed.step("zone 1 open");
	expect(effects).toEqual([{ type: "siren", on: true }]);
});

test("disarming ends it", async ({ armed }) => {
	await armed.step("zone 1 open");
	await armed.text("PROG 7982 MODE:D");
	expect(armed.status()).toMatchObject({ mode: "disarm", siren: false });
});
