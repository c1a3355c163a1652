import type { Page } from "playwright-core";
import { expect } from "vitest";
import { messageField, offlinePage } from "./support/offline-page.ts";
import { browserTest } from "./support/open-page.ts";

/** What reaches beyond the right edge of the page, by its text. */
async function besidePage(page: Page): Promise<readonly string[]> {
	return await page.evaluate(() => {
		const { clientWidth } = document.documentElement;
		return [...document.querySelectorAll<HTMLElement>("body *")]
			.filter(
				(each) =>
					each.checkVisibility() &&
					each.getBoundingClientRect().right > clientWidth,
			)
			.map((each) => each.innerText);
	});
}

async function narrowPage(part: "message" | "compose"): Promise<Page> {
	const page = await offlinePage(part, { screen: "phone" });
	await page.setViewportSize({ width: 320, height: 568 });
	return page;
}

browserTest(
	"what is wrong in a list of messages fits the narrowest phone",
	async () => {
		const page = await narrowPage("message");
		await messageField(page).fill(
			"PROG 7982 USRS:1,1234,JOHN,1\nPROG 7982 USRS:12,1234,A VERY LONG NAME INDEED FOR A PANEL,1",
		);
		await page
			.getByText("user name: 1 to 20 characters, this has 35")
			.waitFor();
		await expect.poll(() => besidePage(page)).toEqual([]);
		await expect
			.poll(() => page.locator(".diagnosed pre").last().innerText())
			.toBe("…:12,1234,A VERY LONG NAME I…\n          ^^^^^^^^^^^^^^^^^^");
	},
);

browserTest(
	"what is wrong in a composed message fits the narrowest phone",
	async () => {
		const page = await narrowPage("compose");
		await page.getByLabel("What the panel is to do").selectOption("USRD");
		await page.getByLabel("user number").fill("9".repeat(40));
		await page.getByText("user number: 2 to 10, this is outside").waitFor();
		await expect.poll(() => besidePage(page)).toEqual([]);
	},
);
