import { expect } from "vitest";
import { paneTest } from "./support/console-page.ts";

paneTest(
	"arm, open a window, hear the siren, disarm at the keypad",
	async ({ page, furnish, keypad, go }) => {
		await furnish();
		await keypad("1234", "A away");
		const display = page.getByLabel("Display");
		await page.getByText("30s to leave", { exact: true }).waitFor();
		await page.getByRole("button", { name: "next event" }).click();
		await page.getByText("ARMED AWAY", { exact: true }).waitFor();
		await go("House");
		await page.getByRole("switch", { name: "Window open" }).click();
		await go("Panel");
		await page.getByText("the siren sounds, 3m left").waitFor();
		await page.getByText("burglar alarm: 2 Window, since").waitFor();
		await expect.poll(() => display.innerText()).toBe("ARMED AWAY. alarm");
		await page.getByText("armed away, alarm").waitFor();
		await keypad("9999", "D disarm");
		await page.getByText("refused: keypad: nobody has this code").waitFor();
		await keypad("1234", "D disarm");
		await page.getByText("the siren is off").waitFor();
		await page
			.getByText("was: burglar alarm, 2 Window", { exact: true })
			.waitFor();
	},
);

paneTest("the keyboard's own keys work the keypad", async ({ page, go }) => {
	await go("Panel");
	await page.getByRole("button", { name: "1", exact: true }).focus();
	await page.keyboard.type("1234h");
	await page.getByText("ARMING HOME", { exact: true }).waitFor();
	await page.keyboard.type("12");
	await page.getByText("**", { exact: true }).waitFor();
	await page.keyboard.press("Escape");
	await page.getByText("30s to leave", { exact: true }).waitFor();
	await page.keyboard.type("d");
	await page.getByText("type a code first, then A, H or D").waitFor();
});

paneTest(
	"a zone says what a trip would do, and what is out of order",
	async ({ page, furnish, go }) => {
		await furnish();
		const say = page.locator(".would-do");
		await page.getByRole("switch", { name: "Smoke open" }).hover();
		await page.getByLabel("More of Smoke").click();
		await say.getByText("fire alarm").first().waitFor();
		await page.getByRole("button", { name: "battery low" }).click();
		await page.getByText("⚠ battery low").waitFor();
		await page.getByRole("button", { name: "trip" }).click();
		await go("Panel");
		await page.getByText("the siren sounds").waitFor();
		await go("House");
		await say.getByText("in each mode").click();
		await expect
			.poll(() => say.locator("dt").allInnerTexts())
			.toEqual([
				"disarmed",
				"away",
				"home 1",
				"home 2",
				"home 3",
				"exit delay",
				"entry delay",
			]);
	},
);

paneTest(
	"a bypass is a message, which the page writes",
	async ({ page, furnish, go }) => {
		await furnish();
		await page.getByLabel("More of Window").click();
		await page.getByRole("button", { name: "write a bypass" }).click();
		await go("Phone");
		const field = page.getByLabel("Text to the panel");
		await expect.poll(() => field.inputValue()).toBe("PROG 7982 BYPS:2,1");
		await page.getByRole("button", { name: "Send" }).click();
		await page.getByText("BYPS:OK").waitFor();
		await go("House");
		await page.getByText("⚠ bypassed").waitFor();
	},
);
