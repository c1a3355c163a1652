import { useSignal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { FaultsPane } from "../panes/faults.tsx";
import { LogPane } from "../panes/log.tsx";
import { PeoplePane } from "../panes/people.tsx";
import { SavePane } from "../panes/save.tsx";
import { TimelinePane } from "../panes/timeline/timeline.tsx";
import type { ConsoleStore } from "../store/console-store.ts";
import { Splitter } from "./splitter.tsx";

type DrawerPane = FunctionComponent<{ readonly store: ConsoleStore }>;

/** The panes that share the lower part of the page, in their order. */
const panes = {
	Timeline: TimelinePane,
	Log: LogPane,
	Faults: FaultsPane,
	People: PeoplePane,
	"Save as conversation": SavePane,
} as const satisfies { readonly [title: string]: DrawerPane };

type Title = keyof typeof panes;

const titles = Object.keys(panes) as Title[];

/** The lower part of a wide page: one of several panes, as tall as one drags it. */
export function Drawer({ store }: { readonly store: ConsoleStore }) {
	const chosen = useSignal<Title>("Timeline");
	const Chosen: DrawerPane = panes[chosen.value];
	const onKeyDown = (event: KeyboardEvent) => {
		const by =
			event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
		if (by === 0) return;
		const at = titles.indexOf(chosen.value) + by;
		chosen.value = titles.at(at % titles.length) ?? chosen.value;
		event.preventDefault();
		const list = event.currentTarget as HTMLElement;
		list
			.querySelectorAll<HTMLElement>("[role=tab]")
			[titles.indexOf(chosen.value)]?.focus();
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
						aria-selected={chosen.value === title}
						aria-controls="drawer-pane"
						tabIndex={chosen.value === title ? 0 : -1}
						onClick={() => {
							chosen.value = title;
						}}
					>
						{title}
					</button>
				))}
			</div>
			<div
				role="tabpanel"
				id="drawer-pane"
				aria-labelledby={`tab-${chosen.value.slice(0, 4)}`}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keyboard
				tabIndex={0}
			>
				<Chosen store={store} />
			</div>
		</section>
	);
}
