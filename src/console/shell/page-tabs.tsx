import type { Signal } from "@preact/signals";
import type { PageTab } from "../store/page-view.ts";

const titles: { readonly [T in PageTab]: string } = {
	phone: "Phone",
	panel: "Panel",
	house: "House",
	more: "More",
};

const glyphs: { readonly [T in PageTab]: string } = {
	phone: "✉",
	panel: "⌨",
	house: "⌂",
	more: "≡",
};

/** Chooses the part that a narrow page shows. */
export function PageTabs({ tab }: { readonly tab: Signal<PageTab> }) {
	return (
		<nav class="page-tabs" aria-label="Parts of the page">
			{(Object.keys(titles) as PageTab[]).map((each) => (
				<button
					key={each}
					type="button"
					aria-current={tab.value === each ? "page" : undefined}
					onClick={() => {
						tab.value = each;
					}}
				>
					<span aria-hidden="true">{glyphs[each]}</span>
					{titles[each]}
				</button>
			))}
		</nav>
	);
}
