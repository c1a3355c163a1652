import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { readTranscript } from "../../src/conversation/read-transcript.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { runConversation } from "../../src/simulation/run-conversation.ts";
import { fresh } from "../support/texting.ts";
import { paneTest } from "./support/console-page.ts";

paneTest(
	"a click on the timeline shows the panel as it was",
	async ({ page, furnish, keypad, open, go }) => {
		await furnish();
		await keypad("1234", "A away");
		await page.getByRole("button", { name: "+30 s" }).click();
		await page.getByText("ARMED AWAY", { exact: true }).waitFor();
		await open("Timeline");
		const moment = page.getByRole("slider", { name: "Moment" });
		await moment.focus();
		await moment.press("ArrowLeft");
		await moment.press("ArrowLeft");
		await page.getByText("as of 00:00:00").waitFor();
		await go("Panel");
		await page.getByText("ARMING AWAY", { exact: true }).waitFor();
		expect(new URL(page.url()).hash).toMatch(/moment=\d+$/);
		await page.getByRole("button", { name: "now" }).click();
		await page.getByText("ARMED AWAY", { exact: true }).waitFor();
		expect(new URL(page.url()).hash).not.toContain("moment");
		await open("Timeline");
		await page.getByText("as a table").click();
		await page
			.getByRole("cell", { name: "keypad **** away: exit delay, arming: away" })
			.waitFor();
	},
);

paneTest(
	"the log has what happened and whose doing it was, and reports decoded",
	async ({ page, text, furnish, open, go }) => {
		await furnish();
		await text("PROG 7982 RPEX:1,,,gsm://1234@+15550199");
		await go("House");
		await page.getByRole("switch", { name: "Smoke open" }).click();
		await open("Log");
		await page
			.getByRole("cell", { name: "fire alarm: 4 Smoke", exact: true })
			.waitFor();
		await page
			.getByRole("cell", { name: "110 fire alarm: 4 Smoke, account 1234" })
			.waitFor();
		await page.getByRole("cell", { name: "to +15550199" }).waitFor();
	},
);

paneTest("mains and battery fail by a switch", async ({ page, open, go }) => {
	await open("Faults");
	const mains = page.getByRole("switch", { name: "mains failure" });
	await mains.click();
	await expect.poll(() => mains.getAttribute("aria-checked")).toBe("true");
	await go("Panel");
	await page.getByText("mains failure: the panel", { exact: true }).waitFor();
});

paneTest("people: users without their PINs", async ({ page, text, open }) => {
	await text("PROG 7982 USRS:2,4711,BEN,1");
	await page.getByText("USRS:OK").waitFor();
	await open("People");
	await page.getByRole("cell", { name: "BEN" }).waitFor();
	await expect
		.poll(() => page.getByRole("tabpanel").innerText())
		.not.toContain("4711");
});

paneTest(
	"what was done is saved as a conversation that holds",
	async ({ page, text, keypad, open }) => {
		await text("PROG 7982 MODE:A");
		await page.getByRole("button", { name: "+30 s" }).click();
		await keypad("1234", "D disarm");
		await page.getByText("DISARMED", { exact: true }).waitFor();
		await open("Save as conversation");
		const saved = page.getByLabel("Conversation", { exact: true });
		await expect
			.poll(() => saved.inputValue())
			.toContain(
				"! keypad 1234 disarm\n? runtime.mode disarm\n? runtime.siren false\n",
			);
		await page.getByLabel("replies").uncheck();
		await expect.poll(() => saved.inputValue()).not.toContain("< MODE:OK");
		await page.getByLabel("replies").check();
		const download = page.waitForEvent("download");
		await page.getByRole("link", { name: "Download" }).click();
		const file = await (await download).path();
		const [found] = readTranscript(readFileSync(file, "utf8"), "page.smst");
		if (found?.located == null) throw new Error("it does not read");
		const { failures } = runConversation(found.located.conversation, {
			model: vst2752,
			state: fresh(vst2752),
		});
		expect(failures).toEqual([]);
	},
);

paneTest(
	"AT lines of a panel with a modem, and a PDU octet by octet",
	async ({ page, text, open }) => {
		await open("Line");
		await page
			.getByText(
				"This panel gets its texts without a modem. The list of panels makes one with a modem.",
			)
			.waitFor();
		const choice = page.getByRole("combobox", { name: "Panel" });
		const first = await choice.inputValue();
		await choice.selectOption("modem vst-2752");
		await page.getByRole("button", { name: "Make it" }).click();
		await expect
			.poll(() => choice.inputValue())
			.not.toMatch(new RegExp(`^(modem .*|${first})$`));
		await text("PROG 7982 USRS:1,1234,JOHN,1");
		// The pane of the panel before stays open, and tells the answer as well.
		await page.getByRole("log").getByText("USRS:OK").waitFor();
		await open("Line");
		await page.getByRole("cell", { name: "AT+CMGF=0\\r" }).first().waitFor();
		await page.getByText("octet by octet").first().click();
		await page.getByRole("cell", { name: "smsc.length" }).first().waitFor();
	},
);

paneTest(
	"a deep link leads to its moment, also over a reload",
	async ({ page, text, open, go }) => {
		await text("PROG 7982 MODE:A");
		await page.getByRole("button", { name: "+30 s" }).click();
		await go("Panel");
		await page.getByText("ARMED AWAY", { exact: true }).waitFor();
		await open("Timeline");
		const moment = page.getByRole("slider", { name: "Moment" });
		await moment.focus();
		await moment.press("ArrowLeft");
		await moment.press("ArrowLeft");
		await page.getByText("as of 00:00:00").waitFor();
		const link = page.url();
		await page.reload();
		await page.getByText("as of 00:00:00").waitFor();
		expect(page.url()).toBe(link);
		await go("Panel");
		await page.getByText("ARMING AWAY", { exact: true }).waitFor();
		await page.getByRole("button", { name: "now" }).click();
		await page.getByText("ARMED AWAY", { exact: true }).waitFor();
	},
);
