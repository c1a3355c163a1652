import type { Page } from "playwright-core";
import { expect } from "vitest";
import { offlinePage } from "./support/offline-page.ts";
import { browserTest } from "./support/open-page.ts";

const WIDTHS = [320, 390, 768, 1280];

/** What stands in the head of *Try*, as boxes. */
const head = `[...document.querySelectorAll(
	".offline-parts a, .top .wrapped-select, .top button, .top time, .mode-badge",
)].map((each) => {
	const { left, right, top, bottom } = each.getBoundingClientRect();
	return { says: each.textContent.slice(0, 12), left, right, top, bottom };
})`;

/** What the lists on the page say while they are closed; and where that leaves its frame. */
const closedLists = `[...document.querySelectorAll(".wrapped-select")]
	.filter((list) => list.offsetParent !== null)
	.map((list) => {
		const [text, select] = list.children;
		const range = document.createRange();
		range.selectNodeContents(text);
		const [said, frame] = [range, list].map((each) => each.getBoundingClientRect());
		return {
			says: text.textContent,
			chosen: select.selectedOptions[0].textContent,
			isWhole: said.left >= frame.left && said.right <= frame.right &&
				said.top >= frame.top && said.bottom <= frame.bottom,
		};
	})`;

interface Box {
	readonly says: string;
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

interface ClosedList {
	readonly says: string;
	readonly chosen: string;
	readonly isWhole: boolean;
}

browserTest(
	"the head of Try shows the whole name of its panel, and nothing lies on anything",
	async () => {
		const page = await offlinePage("try", { screen: "phone" });
		const list = page.getByLabel("Panel", { exact: true });
		const names = await namesIn(page);
		for (const width of WIDTHS) {
			await page.setViewportSize({ width, height: 800 });
			for (const name of [...names.slice(0, 1), ...longest(names, 4)]) {
				await list.selectOption({ label: name });
				await page.getByText("Nothing has been sent yet.").waitFor();
				const said = await page.evaluate<readonly ClosedList[]>(closedLists);
				expect(said).toEqual([
					{ says: name, chosen: name, isWhole: true },
					{ says: "+15550101", chosen: "+15550101", isWhole: true },
				]);
				const boxes = await page.evaluate<readonly Box[]>(head);
				const over = boxes.flatMap((one, at) =>
					boxes
						.slice(at + 1)
						.filter((other) => isOver(one, other))
						.map((other) => `${width}: ${one.says} on ${other.says}`),
				);
				expect(over).toEqual([]);
				const outside = boxes.filter(
					({ left, right }) => left < 0 || right > width,
				);
				expect(outside).toEqual([]);
			}
		}
	},
);

for (const part of ["message", "compose"] as const)
	browserTest(`${part} shows the whole name of any panel`, async () => {
		const page = await offlinePage(part, { screen: "phone" });
		const list = page.getByLabel("Panel", { exact: true });
		for (const name of longest(await namesIn(page), 2)) {
			await list.selectOption({ label: name });
			for (const width of WIDTHS) {
				await page.setViewportSize({ width, height: 800 });
				const [said] = await page.evaluate<readonly ClosedList[]>(closedLists);
				expect(said).toEqual({ says: name, chosen: name, isWhole: true });
			}
		}
	});

browserTest(
	"the list of panels is opened by keys, and shows where they are",
	async () => {
		const page = await offlinePage("try");
		const list = page.getByLabel("Panel", { exact: true });
		await list.focus();
		await expect
			.poll(() =>
				page
					.locator(".top .wrapped-select")
					.evaluate((frame) => getComputedStyle(frame).outlineStyle),
			)
			.toBe("solid");
		const names = await namesIn(page);
		await list.press("ArrowDown");
		await page.locator(".top").getByText(`${names[1]}`).first().waitFor();
		const [said] = await page.evaluate<readonly ClosedList[]>(closedLists);
		expect(said).toEqual({ says: names[1], chosen: names[1], isWhole: true });
	},
);

function namesIn(page: Page): Promise<readonly string[]> {
	return page
		.getByLabel("Panel", { exact: true })
		.locator("option")
		.allInnerTexts();
}

function longest(names: readonly string[], count: number): readonly string[] {
	return [...names].sort((a, b) => b.length - a.length).slice(0, count);
}

/** Buttons in a row share an edge. */
function isOver(one: Box, other: Box): boolean {
	const across =
		Math.min(one.right, other.right) - Math.max(one.left, other.left);
	const down =
		Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
	return across > 1.5 && down > 1.5;
}
