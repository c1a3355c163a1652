import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { barriersInOtherColours, barriersOn } from "./support/accessibility.ts";
import { paneTest } from "./support/console-page.ts";
import { offlinePage } from "./support/offline-page.ts";
import { browserTest, isWithinScreen } from "./support/open-page.ts";

/*
 * A site on the pages: filled in or opened, planned, sent message by message, and
 * handed over.
 */

const kept = (page: Page) =>
	page.evaluate(() => JSON.stringify({ ...localStorage }));

async function fillIn(page: Page, pin: string): Promise<void> {
	await page.getByLabel("Name of user 1").fill("ANNA");
	await page.getByLabel("PIN of user 1").fill(pin);
	await page.getByLabel("Name of zone 1").fill("Front door");
	await page.getByLabel("Attribute of zone 1").selectOption("entry");
}

const message = (page: Page) => page.locator(".plan-walk .message-line");

for (const [screen, scheme] of [
	["phone", "dark"],
	["desktop", "light"],
] as const)
	browserTest(
		`a form becomes messages, one at a time, on a ${screen} in ${scheme} colours`,
		async () => {
			const page = await offlinePage("site", { screen, scheme });
			await expect.poll(() => barriersOn(page)).toEqual([]);
			await fillIn(page, "47");
			await page.getByText("users.1.pin 4 digits, this has 2").waitFor();
			await expect
				.poll(() =>
					page.getByLabel("PIN of user 1").getAttribute("aria-invalid"),
				)
				.toBe("true");
			await expect.poll(() => barriersOn(page)).toEqual([]);
			await page.getByLabel("PIN of user 1").fill("4711");
			await page.getByText("Message 1 of 2").waitFor();
			await expect
				.poll(() => message(page).innerText())
				.toBe("PROG 7982 USRS:1,4711,ANNA");
			await page.getByLabel("Panel's number").fill("+49 170 555 0100");
			await expect
				.poll(() =>
					page.getByRole("link", { name: "Send" }).getAttribute("href"),
				)
				.toBe("sms:+491705550100?body=PROG%207982%20USRS%3A1%2C4711%2CANNA");
			await page.getByRole("button", { name: "QR" }).click();
			await page.getByRole("img", { name: "QR code of the message" }).waitFor();
			await page.getByRole("button", { name: "Done: OK" }).click();
			await page.getByText("Message 2 of 2").waitFor();
			await expect
				.poll(() => message(page).innerText())
				.toBe("PROG 7982 DEVE:1,2,Front door");
			await page.getByRole("button", { name: "ERROR", exact: true }).click();
			await page.getByText("1 of 2 done, 1 with ERROR").waitFor();
			await page.getByText("Every message was sent.").waitFor();
			await expect.poll(() => barriersOn(page)).toEqual([]);
			await expect.poll(() => barriersInOtherColours(page, scheme)).toEqual([]);
			await expect.poll(() => isWithinScreen(page)).toBe(true);
		},
	);

browserTest(
	"what no message does names the verb whose option would do it",
	async () => {
		const page = await offlinePage("site");
		await page.getByLabel("Exit delay away").fill("45");
		await page.getByRole("heading", { name: "What no message does" }).waitFor();
		await expect
			.poll(() =>
				page
					.getByRole("region", { name: "What no message does" })
					.getByRole("listitem")
					.allInnerTexts(),
			)
			.toEqual([
				"timers.exitAway = 45: only TIMR sets it, which no manual of this maker prints; at the panel, or alarmpanel plan --with extension",
			]);
	},
);

browserTest(
	"ticks and a digest are kept, no text, PIN or number; forget removes them",
	async () => {
		const page = await offlinePage("site", { screen: "phone" });
		await fillIn(page, "4711");
		await page.getByLabel("Panel's number").fill("+491705550100");
		await expect.poll(() => kept(page)).toBe("{}");
		await page.getByRole("button", { name: "Done: OK" }).click();
		await page.getByText("Message 2 of 2").waitFor();
		const ticked = await kept(page);
		expect(ticked).toMatch(
			/^\{"alarmpanel\.ticks":"\{\\"digest\\":\\"[0-9a-f]{32}\\",\\"ticks\\":\\"d-\\"\}"\}$/,
		);
		// The same site, filled in again, goes on where it was.
		await page.reload();
		await expect
			.poll(() => page.getByLabel("PIN of user 1").inputValue())
			.toBe("");
		await fillIn(page, "4711");
		await page.getByText("Message 2 of 2").waitFor();
		await expect.poll(() => kept(page)).toBe(ticked);
		// A message that somebody goes back to, and another PIN: it is sent again.
		await page.getByRole("button", { name: /USRS:1/ }).click();
		await page.getByText("Message 1 of 2").waitFor();
		await page.getByRole("button", { name: "Done: OK" }).click();
		await page.getByText("Message 2 of 2").waitFor();
		await page.getByLabel("PIN of user 1").fill("0815");
		await page.getByText("0 of 2 done").waitFor();
		await expect
			.poll(() => message(page).innerText())
			.toBe("PROG 7982 USRS:1,0815,ANNA");
		await expect.poll(() => kept(page)).toBe("{}");
		await page.getByRole("button", { name: "Done: OK" }).click();
		await expect.poll(() => kept(page)).toBe(ticked);
		await page.getByRole("button", { name: "Forget" }).click();
		await page.getByText("Fill in a user, a zone or a delay").waitFor();
		await expect.poll(() => kept(page)).toBe("{}");
		await expect
			.poll(() => page.getByLabel("Name of user 1").inputValue())
			.toBe("");
	},
);

browserTest(
	"a site.yaml is opened, asks for its secrets, and is handed over without them",
	async () => {
		const page = await offlinePage("site");
		const open = (text: string) =>
			page.getByLabel(/^Open a site.yaml/).setInputFiles({
				name: "north.yaml",
				mimeType: "text/yaml",
				buffer: Buffer.from(text),
			});
		await open("users: { 1: { nme: ANNA } }\n");
		await page
			.getByText("users.1.nme 1:15: there is no such key (did you mean name?)")
			.waitFor();
		await open(
			`number: "+15550100"\nusers: { 1: { name: ANNA, pin: "\${ANNA_PIN}" } }\n`,
		);
		await page
			.getByText(`users.1.pin 2:32: nothing stands for \${ANNA_PIN}`)
			.waitFor();
		await page.getByLabel("ANNA_PIN", { exact: true }).fill("4711");
		await page.getByText("Message 1 of 1").waitFor();
		await expect
			.poll(() => page.getByLabel("Panel's number").inputValue())
			.toBe("+15550100");
		await expect
			.poll(() => message(page).innerText())
			.toBe("PROG 7982 USRS:1,4711,ANNA");
		const list = page.getByRole("list").locator("code");
		await expect
			.poll(() => list.first().innerText())
			.toBe(`PROG 7982 USRS:1,\${ANNA_PIN},ANNA`);
		await page.getByLabel("Language of the papers").selectOption("fr");
		const [download] = await Promise.all([
			page.waitForEvent("download"),
			page.getByRole("button", { name: "Record for the installer" }).click(),
		]);
		expect(download.suggestedFilename()).toBe("north-installer.html");
		const paper = readFileSync(await download.path(), "utf8");
		expect(paper).toContain('<html lang="fr">');
		expect(paper).toContain("<dd>north</dd>");
		expect(paper).not.toContain("4711");
		await page.getByRole("button", { name: "Close it" }).click();
		await expect
			.poll(() => page.getByLabel("ANNA_PIN", { exact: true }).count())
			.toBe(0);
	},
);

paneTest(
	"the page of a server plans from its panel, rehearses, texts it and hands over",
	async ({ page, open, go }) => {
		await open("Site");
		await fillIn(page, "4711");
		await page.getByText("Message 1 of 1").waitFor();
		// A zone without a device is no message's business.
		await page.getByRole("heading", { name: "What no message does" }).waitFor();
		await page.getByText(/^Rehearsed on the simulator: \d+ settings/).click();
		await page.getByText('users.1.name: "" → ANNA').waitFor();
		await page.getByRole("button", { name: "Text this panel" }).click();
		// The panel has it now, and the plan knows that.
		await page.getByText("No message does it.").waitFor();
		await go("Phone");
		await page.getByText("USRS:OK").waitFor();
		await open("Site");
		const [download] = await Promise.all([
			page.waitForEvent("download"),
			page.getByRole("button", { name: "Paper for the customer" }).click(),
		]);
		expect(download.suggestedFilename()).toBe("site-customer.html");
		expect(readFileSync(await download.path(), "utf8")).toContain("Front door");
	},
);
