import type { Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { aHouse } from "../support/house.ts";
import { factory } from "../support/panel-builder.ts";
import { barriersOn } from "./support/accessibility.ts";
import { openConsole, paneTest } from "./support/console-page.ts";
import { offlinePage } from "./support/offline-page.ts";
import { browserTest } from "./support/open-page.ts";

/** What stands in the thread, oldest first. */
async function thread(page: Page): Promise<readonly string[]> {
	return await page.locator(".bubble .text").allInnerTexts();
}

/** Texts an empty house as somebody who has only heard that it can be texted. */
async function armAndDisarm(
	page: Page,
	text: (text: string) => Promise<void>,
): Promise<void> {
	await page.getByRole("button", { name: "60 times as fast" }).click();
	await text("status");
	await page
		.getByText(
			"no answer: sender: not on the list, and this is no installer message",
			{ exact: true },
		)
		.waitFor();
	await page.getByRole("button", { name: "Put +15550101 on the list" }).click();
	await page.getByText("Anna, who is on the list, has sent nothing").waitFor();
	await page.getByRole("button", { name: "DISARM 1234" }).waitFor();
	const fast = page.getByRole("button", { name: "60 times as fast" });
	await expect.poll(() => fast.getAttribute("aria-pressed")).toBe("true");
	await page.getByRole("button", { name: "pause", exact: true }).click();
	await text("Arm!");
	await text("disarm 4321");
	await text("DISARM 1234");
	await expect
		.poll(() => thread(page))
		.toEqual([
			"Arm!",
			"Arming away: 30 s to leave.",
			"disarm 4321",
			"Not done. Check the real state first: STATUS",
			"DISARM 1234",
			"The house is disarmed.",
		]);
}

paneTest(
	"a phone is put on the list with one touch, and arms and disarms",
	async ({ page, text, open }) => {
		await armAndDisarm(page, text);
		await open("People");
		await page
			.getByRole("row", {
				name: "1 Anna +15550101 arm, disarm, bypass, status, program results, alarms, troubles",
			})
			.waitFor();
		await open("Save as conversation");
		const file = page.getByRole("link", { name: "The panel's file beside it" });
		await expect
			.poll(() => file.getAttribute("download"))
			.toBe("session-config.json");
	},
);

for (const kind of ["at once", "with a modem"] as const)
	for (const screen of ["phone", "desktop"] as const)
		browserTest(
			`a panel in the page, texted ${kind}, lists a phone too, on a ${screen}`,
			async () => {
				const page = await offlinePage("try", { screen });
				if (kind === "with a modem")
					await page
						.getByLabel("Panel", { exact: true })
						.selectOption("modem vst-2752");
				const sent = page.locator(".bubble.sent");
				await armAndDisarm(page, async (text) => {
					const before = await sent.count();
					await page.getByLabel("Text to the panel").fill(text);
					await page.getByRole("button", { name: "Send" }).click();
					await sent.nth(before).waitFor();
				});
				await expect.poll(() => barriersOn(page)).toEqual([]);
			},
		);

browserTest(
	"several phones are put on the list, each another person's",
	async () => {
		const { page } = await openConsole();
		await page.getByRole("button", { name: "Add a phone" }).click();
		await page.getByLabel("Number of the phone").fill("+15550102");
		await page.getByRole("button", { name: "Add", exact: true }).click();
		await page
			.getByRole("button", { name: "Put +15550102 on the list" })
			.click();
		await page
			.getByText("Anna, who is on the list, has sent nothing")
			.waitFor();
		await page
			.getByRole("combobox", { name: "Phone" })
			.selectOption("+15550101");
		await page
			.getByRole("button", { name: "Put +15550101 on the list" })
			.click();
		await page.getByText("Ben, who is on the list, has sent nothing").waitFor();
	},
);

browserTest("nobody is put on the list of the panel in the house", async () => {
	const house = await aHouse({ allowControl: true, state: factory });
	onTestFinished(() => house.close());
	const { page, open, text } = await openConsole({}, house.held);
	await text("STATUS");
	await page
		.getByText(/alarmpanel people add \+15550101 --name NAME/)
		.waitFor();
	await open("People");
	await page.getByText("nobody is on the list").waitFor();
	await expect
		.poll(() => page.getByRole("button", { name: /on the list/ }).count())
		.toBe(0);
});
