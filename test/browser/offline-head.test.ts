import { expect } from "vitest";
import { offlinePage } from "./support/offline-page.ts";
import { browserTest } from "./support/open-page.ts";

/** What stands in the head of *Try*: its boxes, and the room that the model's name has. */
const head = `(() => {
	const select = document.querySelector(".top select");
	const style = getComputedStyle(select);
	const pen = document.createElement("canvas").getContext("2d");
	pen.font = style.font;
	const name = pen.measureText(select.selectedOptions[0].textContent).width;
	const paddings = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
	const boxes = [...document.querySelectorAll(
		".offline-parts a, .top select, .top button, .top time, .mode-badge",
	)].map((each) => {
		const { left, right, top, bottom } = each.getBoundingClientRect();
		return { says: each.textContent.slice(0, 12), left, right, top, bottom };
	});
	return { missing: name + paddings + 4 - select.clientWidth, boxes };
})()`;

interface Box {
	readonly says: string;
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

browserTest(
	"the head of Try shows the whole name of its first panel, and nothing lies on anything",
	async () => {
		const page = await offlinePage("try", { screen: "phone" });
		for (const width of [320, 390, 768, 1280]) {
			await page.setViewportSize({ width, height: 800 });
			const { missing, boxes } = await page.evaluate<{
				missing: number;
				boxes: readonly Box[];
			}>(head);
			expect([width, missing <= 0]).toEqual([width, true]);
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
	},
);

/** Buttons in a row share an edge. */
function isOver(one: Box, other: Box): boolean {
	const across =
		Math.min(one.right, other.right) - Math.max(one.left, other.left);
	const down =
		Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
	return across > 1.5 && down > 1.5;
}
