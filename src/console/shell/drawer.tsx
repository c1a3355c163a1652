import type { Signal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { FaultsPane } from "../panes/faults.tsx";
import { LinePane } from "../panes/line.tsx";
import { LogPane } from "../panes/log.tsx";
import { PeoplePane } from "../panes/people.tsx";
import { SavePane } from "../panes/save.tsx";
import { SitesPane } from "../panes/sites.tsx";
import { TimelinePane } from "../panes/timeline/timeline.tsx";
import type { SiteDraft } from "../site/site-draft.ts";
import type { ConsoleStore } from "../store/console-store.ts";
import { Splitter } from "./splitter.tsx";

/** What a pane has in hand. */
interface InHand {
	readonly store: ConsoleStore;
	/** Null on a page that has a part of its own for sites. */
	readonly site: SiteDraft | null;
}

type DrawerPane = FunctionComponent<InHand>;

/** The panes that share the lower part of the page, in their order. */
const panes = {
	Timeline: TimelinePane,
	Log: LogPane,
	Line: LinePane,
	Faults: FaultsPane,
	People: PeoplePane,
	Site: SitesPane,
	"Save as conversation": SavePane,
} as const satisfies { readonly [title: string]: DrawerPane };

type Title = keyof typeof panes;

const allTitles = Object.keys(panes) as Title[];

/** The lower part of a wide page: one of several panes, as tall as one drags it. */
export function Drawer({
	store,
	site,
	pane,
}: InHand & {
	/** The title of the pane that is shown. */
	readonly pane: Signal<string>;
}) {
	const titles =
		site === null ? allTitles.filter((title) => title !== "Site") : allTitles;
	const chosen = titles.find((title) => title === pane.value) ?? "Timeline";
	const Chosen: DrawerPane = panes[chosen];
	const onKeyDown = (event: KeyboardEvent) => {
		const by =
			event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
		if (by === 0) return;
		const at = titles.indexOf(chosen) + by;
		const next = titles.at(at % titles.length) ?? chosen;
		pane.value = next;
		event.preventDefault();
		const list = event.currentTarget as HTMLElement;
		list
			.querySelectorAll<HTMLElement>("[role=tab]")
			[titles.indexOf(next)]?.focus();
	};
	return (
		<section class="drawer" aria-label="More of the panel">
			<Splitter />
			<div role="tablist" aria-label="More of the panel" onKeyDown={onKeyDown}>
				{titles.map((title) => (
					<button
						key={title}
						type="button"
						role="tab"
						id={`tab-${title.slice(0, 4)}`}
						aria-selected={chosen === title}
						aria-controls="drawer-pane"
						tabIndex={chosen === title ? 0 : -1}
						onClick={() => {
							pane.value = title;
						}}
					>
						{title}
					</button>
				))}
			</div>
			<div
				role="tabpanel"
				id="drawer-pane"
				aria-labelledby={`tab-${chosen.slice(0, 4)}`}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keyboard
				tabIndex={0}
			>
				<Chosen store={store} site={site} />
			</div>
		</section>
	);
}
