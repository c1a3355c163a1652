import { join } from "node:path";
import { expect, test } from "vitest";
import { initPanelFile, openPanel } from "../../src/device/file/panel-file.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import { clock as byItself } from "../../src/panel/state/event.ts";
import { systemClock } from "../../src/time/system-clock.ts";
import { temporaryFolder } from "../support/folder.ts";
import { testMailbox } from "../support/test-mailbox.ts";
import { PANEL, PHONE } from "../support/texting.ts";

test("what a panel on a file says of now is of now, and not of its start", async ({
	onTestFinished,
}) => {
	const file = join(await temporaryFolder(onTestFinished), "panel-config.json");
	await initPanelFile(file, mz8, false, "UTC");
	const panel = await openPanel({
		file,
		owner: "test",
		control: false,
		number: PANEL,
		clock: systemClock,
		tell() {},
		onTrouble(error) {
			throw error;
		},
	});
	const box = testMailbox();
	const leaving: unknown[] = [];
	box.whenSent = () => leaving.push(panel.leaving);
	const room = panel.serve(box, () => {});
	await box.bring("PROG 7982 ECHO:");
	const credit = { type: "credit-known", to: "", text: "12.50 EUR" } as const;
	await panel.happens({ ...credit, by: byItself });
	box.close();
	await room.close();
	expect(leaving).toEqual([
		{ kind: "answer", id: 1, sms: { to: PHONE, text: "ECHO:OK" } },
	]);
	expect(panel.credit?.amount).toBe(12.5);
	expect(panel.state.runtime.outgoing).toEqual([]);
	await panel.close();
});
