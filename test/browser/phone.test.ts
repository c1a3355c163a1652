import { expect } from "vitest";
import { paneTest } from "./support/console-page.ts";

paneTest(
	"who texts USRS wrong sees the error, the caret and why",
	async ({ page, text }) => {
		await page.getByText("Nothing has been sent yet.").waitFor();
		await text("PROG 7982 USRS:1,12");
		await page.getByText("USRS:ERROR").waitFor();
		await expect
			.poll(() => page.locator(".why pre").innerText())
			.toBe("PROG 7982 USRS:1,12\n                 ^^");
		await expect
			.poll(() => page.locator(".why p").allInnerTexts())
			.toEqual([
				"user PIN: 4 digits, this has 2",
				"USRS:user,[pin],[name],[latch]",
			]);
		await expect
			.poll(() => page.locator(".bubble.sent .meta").innerText())
			.toContain("19 characters, gsm-7 · wrong");
	},
);

paneTest(
	"the reason is to be read whole, however long the message is",
	async ({ page, text }) => {
		await text(`PROG 7982 USRS:2,12,${"N".repeat(100)},1`);
		await page.getByText("USRS:ERROR").waitFor();
		await page
			.locator(".why")
			.getByText("user PIN: 4 digits, this has 2")
			.waitFor();
		const cut = await page
			.locator(".why :is(pre, p)")
			.evaluateAll((all) =>
				all
					.filter((each) => each.scrollWidth > each.clientWidth)
					.map((each) => each.textContent),
			);
		expect(cut).toEqual([]);
	},
);

paneTest(
	"a silence stands in the thread with its reason",
	async ({ page, text }) => {
		await text("PROG 1111 USRS:1,1234");
		await page
			.getByText("no answer: installer code: not this panel's (it is 7982)")
			.waitFor();
	},
);

paneTest(
	"the composer offers commands, draws the caret and has a field for each parameter",
	async ({ page }) => {
		const field = page.getByLabel("Text to the panel");
		await field.pressSequentially("PROG 7982 USR");
		await page
			.getByRole("button", { name: "USRS:user,[pin],[name],[latch]" })
			.click();
		await expect.poll(() => field.inputValue()).toBe("PROG 7982 USRS:");
		await field.fill("PROG 7982 USRS:2,12,,1");
		await page.getByText("user PIN: 4 digits, this has 2").waitFor();
		await page.getByLabel("pin").fill("4321");
		await expect
			.poll(() => field.inputValue())
			.toBe("PROG 7982 USRS:2,4321,,1");
		await page.getByText("a blank clears it").waitFor();
		await page.getByText("by the manual · 24 of 160, gsm-7, 1 SMS").waitFor();
		await field.press("Enter");
		await page.getByText("USRS:OK").waitFor();
		await expect.poll(() => field.inputValue()).toBe("");
	},
);

paneTest(
	"whoever sends, or takes a word that is offered, goes on typing",
	async ({ page }) => {
		const focused = () =>
			page.evaluate("document.activeElement.getAttribute('aria-label')");
		const field = page.getByLabel("Text to the panel");
		await field.fill("PROG 7982 EC");
		await page.getByRole("button", { name: "ECHO:" }).click();
		await expect.poll(() => focused()).toBe("Text to the panel");
		for (const send of [
			() => page.getByRole("button", { name: "Send" }).click(),
			() => page.keyboard.press("Tab").then(() => page.keyboard.press("Enter")),
		]) {
			await field.fill("PROG 7982 ECHO:");
			await field.focus();
			await send();
			await expect.poll(() => field.inputValue()).toBe("");
			await expect.poll(() => focused()).toBe("Text to the panel");
		}
	},
);

paneTest(
	"a word that is begun is offered whole, and is no fault yet",
	async ({ page }) => {
		const field = page.getByLabel("Text to the panel");
		const said = page.locator("#composer-said");
		const offered = page.getByRole("list", { name: "Commands" });
		await field.fill("PROG 7982 U");
		await expect
			.poll(() => offered.getByRole("button").allInnerTexts())
			.toEqual([
				"USRS:user,[pin],[name],[latch] Give a user a PIN, a name and a latch report, or delete one.",
				"USRD:1,user Delete a user.",
			]);
		await expect.poll(() => said.innerText()).toBe("11 of 160, gsm-7, 1 SMS");
		// Where something else is due, no word is offered.
		await field.fill("PROG U");
		await said.getByText("installer code: missing in front of U").waitFor();
		await expect.poll(() => offered.count()).toBe(0);
		await field.fill("PROG 7982 X");
		await said.getByText("command word: vst-2752 has no X").waitFor();
	},
);

paneTest("who types in a parameter's field stays in it", async ({ page }) => {
	const field = page.getByLabel("Text to the panel");
	await field.fill("PROG 7982 USRS:2,,,1");
	const pin = page.getByLabel("pin");
	await pin.pressSequentially("43,21", { delay: 20 });
	await expect.poll(() => field.inputValue()).toBe("PROG 7982 USRS:2,4321,,1");
	await expect.poll(() => pin.inputValue()).toBe("4321");
	await expect
		.poll(() => pin.evaluate((each) => each === document.activeElement))
		.toBe(true);
	// Another one goes on from there.
	await page.getByLabel("name").pressSequentially("EVA", { delay: 20 });
	await expect
		.poll(() => field.inputValue())
		.toBe("PROG 7982 USRS:2,4321,EVA,1");
});

paneTest("texts to try stand where none was sent", async ({ page }) => {
	const examples = page.getByRole("list", { name: "Texts to try" });
	await expect
		.poll(() =>
			examples
				.locator(".message")
				.evaluateAll((all) => all.map((each) => each.textContent)),
		)
		.toEqual([
			"PROG 7982 USRS:1,1234,JOHN,1",
			"PROG 7982 MODE:A",
			"PROG 7982 MOD?:",
		]);
	await examples.getByRole("button", { name: "PROG 7982 MODE:A" }).click();
	await page.getByRole("button", { name: "Send" }).click();
	await page.getByText("MODE:OK").waitFor();
});

paneTest("another phone has a thread of its own", async ({ page, text }) => {
	await text("PROG 7982 MOD?:");
	await page.getByRole("button", { name: "Add a phone" }).click();
	await page.getByLabel("Number of the phone").fill("+15550177");
	await page.getByRole("button", { name: "Add", exact: true }).click();
	await page.getByText("Nothing has been sent yet.").waitFor();
	await text("PROG 7982 MODE:A");
	await page.getByText("MODE:OK").waitFor();
	await page.getByRole("combobox", { name: "Phone" }).selectOption("+15550101");
	await page.getByText("PROG 7982 MOD?:").waitFor();
	await expect.poll(() => page.locator(".bubble.sent").count()).toBe(1);
});

paneTest("what turns a text around is made visible", async ({ page, text }) => {
	await text("PROG 7982 USRS:1,1234,\u202eNHOJ,1");
	await page.getByText("PROG 7982 USRS:1,1234,\ufffdNHOJ,1").first().waitFor();
});
