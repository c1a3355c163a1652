import type { Page } from "playwright-core";
import { expect } from "vitest";
import { barriersOn } from "./support/accessibility.ts";
import { offlinePage, savedConversation } from "./support/offline-page.ts";
import { browserTest } from "./support/open-page.ts";

/*
 * Whoever forces somebody may look at the page on their phone. Its panes show of the
 * duress code and of a silent button what they show of the user's own code.
 */

const NOW = Date.UTC(2026, 10, 20, 10);
const PANES = ["Timeline", "Log", "Faults", "People", "Save as conversation"];
/** A report, an entry of the log or of the timeline, a code. */
const SILENT = /duress|silent panic|9898/i;

/** A panel whose centre is told of everything, armed and disarmed with a code. */
async function evening(code: string): Promise<Page> {
	const page = await offlinePage("try", { now: NOW });
	await page.getByLabel("Panel", { exact: true }).selectOption("mz-8");
	for (const text of [
		"PROG 7982 DEAN:1,1,0000000001,Desk",
		"PROG 7982 DEED:1,1,,,Desk,13",
		"PROG 7982 RPEX:1,1,0,sms://+15550188",
	])
		await send(page, text);
	await send(page, "PROG 7982 USRS:1,98,9898,");
	await page.getByText("USRS:OK").waitFor();
	for (const [typed, key] of [
		["1234", "A away"],
		[code, "D disarm"],
	] as const) {
		for (const digit of typed)
			await page.getByRole("button", { name: digit, exact: true }).click();
		await page.getByRole("button", { name: key }).click();
		for (let half = 0; half < 2; half += 1)
			await page.getByRole("button", { name: "+30 s" }).click();
	}
	return page;
}

/**
 * With the text of drawings and of what is folded; without the tick itself, and
 * without what a zone is programmed to do.
 */
const textOfPage = `(() => {
	const copy = document.querySelector(".console").cloneNode(true);
	for (const each of copy.querySelectorAll(".tick, .would-do")) each.remove();
	return copy.textContent;
})()`;

async function send(page: Page, message: string): Promise<void> {
	const text = page.getByLabel("Text to the panel");
	await text.fill(message);
	await text.press("Enter");
	await expect.poll(() => text.inputValue()).toBe("");
}

/** The text once it stays: a timeline is drawn anew when its width is known. */
async function settledText(page: Page): Promise<string> {
	for (let before = ""; ; ) {
		await page.evaluate(TWO_FRAMES);
		const text = await page.evaluate<string>(textOfPage);
		if (text === before) return text;
		before = text;
	}
}

const TWO_FRAMES =
	"new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";

/** All that stands on the page, pane by pane. */
async function panes(page: Page): Promise<readonly string[]> {
	const shown: string[] = [];
	for (const pane of PANES) {
		await page.getByRole("tab", { name: pane }).click();
		if (pane === PANES.at(-1)) shown.push(await savedConversation(page));
		shown.push(await settledText(page));
		const next = page.getByRole("button", { name: "next event" });
		shown.push(`${await next.isEnabled()} ${await next.getAttribute("title")}`);
	}
	const phones = page.getByLabel("Phone", { exact: true });
	shown.push((await phones.allTextContents()).join());
	return shown;
}

browserTest(
	"duress shows in no pane until it is asked for, and then in all of them",
	async () => {
		const own = await panes(await evening("1234"));
		const page = await evening("9898");
		const forced = await panes(page);
		// The message that programs the code stands there as it was sent.
		const told = (shown: readonly string[]) =>
			shown.map((each) => each.replaceAll("USRS:1,98,9898", ""));
		expect(told(forced)).toEqual(told(own));
		expect(told(forced).join("\n")).not.toMatch(SILENT);

		await page.getByRole("tab", { name: "Log" }).click();
		const tick = page.getByRole("checkbox", { name: /^Show duress/ });
		await expect.poll(() => tick.isChecked()).toBe(false);
		await tick.check();
		await expect.poll(() => barriersOn(page)).toEqual([]);
		const shown = told(await panes(page));
		expect(shown.join("\n")).toContain("duress: user 98");
		expect(shown.join("\n")).toContain("keypad 9898 disarm");

		// It is kept nowhere.
		await expect
			.poll(() =>
				page.evaluate(() =>
					JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
				),
			)
			.not.toContain("uress");
		await page.getByRole("tab", { name: "Log" }).click();
		await tick.uncheck();
		await expect.poll(() => panes(page)).toEqual(forced);
	},
);

browserTest("a silent button shows as a door, and nothing more", async () => {
	const page = await evening("1234");
	await page.getByRole("switch", { name: "Desk open" }).click();
	await page.getByRole("button", { name: "+30 s" }).click();
	expect(
		(await panes(page)).join("\n").replaceAll("USRS:1,98,9898", ""),
	).not.toMatch(SILENT);
	await page.getByRole("tab", { name: "Log" }).click();
	await page.getByRole("checkbox", { name: /^Show duress/ }).check();
	expect((await panes(page)).join("\n")).toContain("silent panic: zone 1 Desk");
});
