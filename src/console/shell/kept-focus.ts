/** What can have the focus by keyboard. */
const FOCUSABLE =
	"a[href],button,input,select,textarea,summary,[tabindex]:not([tabindex='-1'])";

/** What had the focus last, and where it stood. */
interface Held {
	readonly element: HTMLElement;
	readonly name: string;
	/** What it stands in, the nearest first, and how many that may take its place stand before it there. */
	readonly places: readonly {
		readonly place: HTMLElement;
		readonly at: number;
	}[];
}

/**
 * Hands the focus on where what had it goes away, or can no longer be used. A button
 * that is gone once it is pressed would leave it nowhere, and whoever works by
 * keyboard, or hears the page, at the page's beginning.
 */
export function keepFocus(page: HTMLElement): void {
	let held: Held | null = null;
	page.addEventListener("focusin", ({ target }) => {
		held = target instanceof HTMLElement ? heldBy(target, page) : null;
	});
	// Who points elsewhere has left it; what is pointed at may take it after this.
	page.addEventListener("pointerdown", () => {
		held = null;
	});
	new MutationObserver(() => {
		// What takes its place may come later: a panel is put on the page anew in two steps.
		if (held !== null && isLost(held.element)) heirOf(held, page)?.focus();
	}).observe(page, {
		childList: true,
		subtree: true,
		attributeFilter: ["disabled"],
	});
}

function heldBy(element: HTMLElement, page: HTMLElement): Held {
	const places: { place: HTMLElement; at: number }[] = [];
	let place = element.parentElement;
	// Beyond a part of the page there is nothing near to it.
	while (place && place !== page && place.querySelector("main") === null) {
		places.push({ place, at: heirsIn(place).indexOf(element) });
		place = place.parentElement;
	}
	return { element, name: nameOf(element), places };
}

function heirOf({ element, name, places }: Held, page: HTMLElement) {
	// The same one, where the whole was made anew.
	const same = [...page.querySelectorAll<HTMLElement>(FOCUSABLE)].find(
		(each) => nameOf(each) === name && canHave(each),
	);
	if (same !== undefined && !element.isConnected) return same;
	let isAnew = false;
	for (const { place, at } of places) {
		const title = place.getAttribute("aria-labelledby");
		const pane =
			title && page.querySelector(`section[aria-labelledby=${title}]`);
		isAnew ||= place.tagName === "SECTION" && !place.isConnected;
		const here = place.isConnected ? place : pane;
		if (!(here instanceof HTMLElement)) continue;
		const field = isAnew ? here.querySelector("textarea") : null;
		if (field !== null && canHave(field)) return field;
		const near = heirsIn(here);
		const heir =
			near[Math.min(isAnew ? 0 : Math.max(0, at - 1), near.length - 1)];
		if (heir !== undefined) return heir;
		if (here.matches(FOCUSABLE)) return here;
	}
	return null;
}

/** Lists to choose from are none: the next arrow key would choose something else. */
function heirsIn(place: HTMLElement): HTMLElement[] {
	return [...place.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
		(each) => each.tagName !== "SELECT" && canHave(each),
	);
}

function isLost(element: HTMLElement): boolean {
	return !element.isConnected || element.matches(":disabled");
}

function canHave(element: HTMLElement): boolean {
	return !isLost(element) && element.getClientRects().length > 0;
}

function nameOf(element: HTMLElement): string {
	return `${element.tagName} ${element.ariaLabel ?? element.textContent}`;
}
