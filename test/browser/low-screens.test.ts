import type { Page } from "playwright-core";
import { expect } from "vitest";
import { type ConsolePage, openConsole } from "./support/console-page.ts";
import { browserTest } from "./support/open-page.ts";

/*
 * Screens on which not everything has room: the smallest phone, one that lies on its
 * side, one whose keys are shown. The page is scrolled then; nothing is drawn on
 * anything else, and what one types in stays in sight.
 */
const low = [
	{ width: 320, height: 568 },
	{ width: 568, height: 320 },
	{ width: 390, height: 440 },
	{ width: 1280, height: 400 },
] as const;

/** Somebody broke in: the longest mode, a siren that sounds, a list of alarms. */
async function burglary(console: ConsolePage): Promise<void> {
	const { page, go, furnish, keypad } = console;
	await furnish();
	await keypad("1234", "A away");
	for (let times = 0; times < 2; times++)
		await page.getByRole("button", { name: "+30 s" }).click();
	await page.getByText("● armed away").waitFor();
	await go("House");
	await page.getByRole("switch", { name: "Window open" }).click();
	await page.getByText("armed away, alarm").waitFor();
}

/** Buttons, fields and lines of the panes that are drawn on each other, in pairs. */
async function collisions(page: Page): Promise<readonly string[]> {
	return await page.evaluate(() => {
		const drawn = [
			...document.querySelectorAll<HTMLElement>(
				".column :is(h2, button, output, p), .column textarea",
			),
		].filter(
			(each) =>
				each.checkVisibility() &&
				each.offsetHeight > 1 &&
				// What is scrolled in a list of its own is cut there.
				each.closest(".zone-list, .thread, [role=tabpanel], .composer") ===
					null,
		);
		const columnOf = (each: HTMLElement) => each.closest(".column");
		const name = (each: HTMLElement) => each.textContent.trim().slice(0, 30);
		return drawn.flatMap((one, at) =>
			drawn.slice(at + 1).flatMap((other) => {
				// A column that is scrolled is cut at its edge.
				if (one.contains(other) || columnOf(one) !== columnOf(other)) return [];
				const [a, b] = [one, other].map((each) => each.getBoundingClientRect());
				if (a === undefined || b === undefined) return [];
				const isApart =
					a.bottom <= b.top + 1 ||
					b.bottom <= a.top + 1 ||
					a.right <= b.left + 1 ||
					b.right <= a.left + 1;
				return isApart ? [] : [`${name(one)} on ${name(other)}`];
			}),
		);
	});
}

for (const { width, height } of low)
	browserTest(
		`nothing is drawn on anything else on ${width} by ${height} pixels`,
		async () => {
			const isNarrow = width < 1100;
			const console = await openConsole({
				screen: isNarrow ? "phone" : "desktop",
			});
			const { page, go } = console;
			await page.setViewportSize({ width, height });
			await burglary(console);
			for (const part of ["Panel", "House", "Phone"] as const) {
				await go(part);
				expect([part, await collisions(page)]).toEqual([part, []]);
			}
			await expect
				.poll(() => page.evaluate(() => document.documentElement.scrollWidth))
				.toBe(width);
		},
	);

for (const { width, height } of low)
	browserTest(
		`what is typed on ${width} by ${height} pixels stays in sight`,
		async () => {
			const { page } = await openConsole({
				screen: width < 1100 ? "phone" : "desktop",
			});
			await page.setViewportSize({ width, height });
			const field = page.getByLabel("Text to the panel");
			await field.click();
			for (const text of [
				"PROG 7982 U",
				"PROG 7982 USRS:2,12345,A NAME THAT IS LONGER THAN 20,1",
			]) {
				await field.fill("");
				await field.pressSequentially(text);
				await expect
					.poll(() =>
						field.evaluate((each) => {
							const { left, top, width, height } = each.getBoundingClientRect();
							const [x, y] = [left + width / 2, top + height / 2];
							return document.elementFromPoint(x, y) === each;
						}),
					)
					.toBe(true);
				// And is seen whole.
				await expect
					.poll(() =>
						field.evaluate((each) => each.scrollHeight - each.clientHeight),
					)
					.toBe(0);
			}
		},
	);

browserTest(
	"in an alarm the head of the smallest phone has three rows, and the log is whole",
	async () => {
		const console = await openConsole({ screen: "phone" });
		const { page, open } = console;
		await page.setViewportSize({ width: 320, height: 568 });
		await burglary(console);
		const tops = await page.locator(".top").evaluate((top) => [
			...new Set(
				[
					...top.querySelectorAll(
						".wrapped-select, .mode-badge, time, .theme, .controls",
					),
				].map((each) => {
					const { y, height } = each.getBoundingClientRect();
					return Math.round((y + height / 2) / 8);
				}),
			),
		]);
		expect(tops.length).toBe(3);
		await open("Log");
		await page.getByRole("cell", { name: "burglar alarm: 2 Window" }).waitFor();
		await expect
			.poll(() =>
				page
					.getByRole("tabpanel")
					.evaluate((pane) => pane.scrollWidth - pane.clientWidth),
			)
			.toBe(0);
	},
);
