import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { Shell } from "../support/command-line.ts";
import { barriersInOtherColours, barriersOn } from "./support/accessibility.ts";
import { offlinePage, savedConversation } from "./support/offline-page.ts";
import { browserTest, type Screen } from "./support/open-page.ts";

const NOW = Date.UTC(2026, 10, 20, 10);

for (const [screen, scheme] of [
	["phone", "dark"],
	["desktop", "light"],
] as const)
	browserTest(
		`a panel with a modem shows its line without a server, on a ${screen} in ${scheme} colours`,
		async () => {
			const { page, go, open } = await tried(screen, scheme);
			await open("Line");
			await page
				.getByText(
					"This panel gets its texts without a modem. The list of panels makes one with a modem.",
				)
				.waitFor();
			await page
				.getByLabel("Panel", { exact: true })
				.selectOption("modem vst-2752");
			await go("Phone");
			for (const [text, answer] of [
				["PROG 7982 USRS:1,12", "USRS:ERROR"],
				["PROG 7982 MODE:A", "MODE:OK"],
			] as const) {
				await page.getByLabel("Text to the panel").fill(text);
				await page.getByRole("button", { name: "Send" }).click();
				// The pane that was open stays open, and tells the answer as well.
				await page
					.getByRole("log")
					.getByText(answer, { exact: true })
					.waitFor();
			}
			await page.getByRole("button", { name: "+30 s" }).click();
			await open("Line");
			const said = page.locator(".line-trace > tbody > tr");
			await page.getByText("AT+CMGF=0\\r", { exact: true }).first().waitFor();
			expect(
				(await said.allInnerTexts()).some((each) =>
					each.includes("SMS to +15550101: MODE:OK"),
				),
			).toBe(true);
			await page.getByText("octet by octet").first().click();
			await page.getByText("smsc.length").first().waitFor();
			await expect.poll(() => barriersOn(page)).toEqual([]);
			await expect.poll(() => barriersInOtherColours(page, scheme)).toEqual([]);
			// Nothing lies beside the page.
			await expect
				.poll(() =>
					page.evaluate(() => {
						const pane = document.querySelector("#drawer-pane");
						return (pane?.scrollWidth ?? 0) <= (pane?.clientWidth ?? 0);
					}),
				)
				.toBe(true);

			await open("Save as conversation");
			const saved = await savedConversation(page);
			expect(saved).toBe(`id page
model vst-2752
@ 2026-11-20T10:00:00Z
! gsm found
> PROG 7982 USRS:1,12
< USRS:ERROR
> PROG 7982 MODE:A
< MODE:OK
@ +30s
? runtime.mode away
? runtime.siren false
`);
			const shell = new Shell();
			writeFileSync(join(shell.folder, "page.smst"), saved);
			const { status, stderr } = shell.run(["replay", "page.smst"]);
			expect([status, stderr]).toEqual([0, ""]);
		},
	);

browserTest("time passes fast, and what the network does shows", async () => {
	const { page, open } = await tried("desktop", "light");
	await page
		.getByLabel("Panel", { exact: true })
		.selectOption("modem vst-2752");
	await open("Faults");
	for (const rule of ["alphabet", "delay 30s to +15550100"]) {
		await page.getByLabel("Rule of the network").fill(rule);
		await page.getByRole("button", { name: "Add", exact: true }).click();
		await page.getByText(rule, { exact: true }).waitFor();
	}
	await page.getByLabel("Text to the panel").fill("PROG 7982 MODE:A");
	await page.getByRole("button", { name: "Send" }).click();
	await page.getByText("on its way").waitFor();
	await page.getByRole("button", { name: "60 times as fast" }).click();
	await page.getByText("MODE:OK", { exact: true }).waitFor();
	await page.getByText("ARMED AWAY", { exact: true }).waitFor();
	await page.getByRole("button", { name: "Pause" }).click();
	await open("Line");
	await page.getByText("ucs-2").first().waitFor({ state: "attached" });
});

async function tried(screen: Screen, scheme: "light" | "dark") {
	const page = await offlinePage("try", { screen, scheme, now: NOW });
	const go = async (part: string) => {
		if (screen === "phone")
			await page
				.getByRole("navigation", { name: "Parts of the page" })
				.getByRole("button", { name: part })
				.click();
	};
	return {
		page,
		go,
		async open(pane: string) {
			await go("More");
			await page.getByRole("tab", { name: pane, exact: true }).click();
		},
	};
}
