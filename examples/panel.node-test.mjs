import assert from "node:assert/strict";
import { test } from "node:test";
import { createPanel } from "alarmpanel";

test("arming by SMS is confirmed at once and done after the exit delay", async () => {
	const panel = await createPanel();
	const { reply } = await panel.text("PROG 7982 MODE:A");
	assert.equal(reply, "MODE:OK");
	assert.equal(panel.snapshot().runtime.mode, "arming");

	await panel.advance("30s");
	assert.equal(panel.snapshot().runtime.mode, "away");
});

test("whoever does not know the installer code gets no answer", async () => {
	const panel = await createPanel();
	const { replies, diagnostics } = await panel.text("PROG 0000 MODE:A");
	assert.deepEqual(replies, []);
	// What a real panel never says.
	assert.equal(diagnostics[0]?.code, "credentials/code");
});

test("a burglary is reported to the number that is programmed", async () => {
	const panel = await createPanel();
	await panel.text("PROG 7982 RPEX:1,1,0,sms://+15550110");
	await panel.text("PROG 7982 DEAN:1,3,0123456789,Kitchen");
	await panel.text("PROG 7982 MODE:A");
	await panel.advance("1m");

	const { sent } = await panel.step("zone 3 open");
	assert.deepEqual(sent, [
		{ to: "+15550110", text: "burglar alarm: zone 3 Kitchen" },
	]);
});
