import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { Tick } from "./elements/tick.tsx";
import { CheckPane } from "./message/check-pane.tsx";
import { ComposePane } from "./message/compose-pane.tsx";
import { Composition } from "./message/composition.ts";
import { keepChoices } from "./message/kept-choices.ts";
import type { MessageDesk, ModelSummary } from "./message/message-desk.ts";
import { MessageDraft } from "./message/message-draft.ts";
import { Reference, type ReferenceEntry } from "./message/reference.ts";
import { ReferencePane } from "./message/reference-pane.tsx";
import { type PagePart, pageParts, partInAddress } from "./page-part.ts";
import type { SiteDesk } from "./site/site-desk.ts";
import { SiteDraft } from "./site/site-draft.ts";
import { SitePane } from "./site/site-pane.tsx";
import { TryPanel } from "./try-panel.tsx";

/** The parts that have no panel. */
type Still = Exclude<PagePart, "try">;

/** Messages to check and to compose, what there is to say, and a panel to try it on. */
export function OfflinePage({
	desk,
	sites,
	models,
}: {
	readonly desk: MessageDesk;
	readonly sites: SiteDesk;
	readonly models: readonly ModelSummary[];
}) {
	const { draft, isKept, composition, site, reference, part } = useMemo(() => {
		const draft = new MessageDraft(desk, models);
		return {
			draft,
			isKept: keepChoices(draft),
			composition: new Composition(draft),
			site: new SiteDraft(sites, draft.model.value, "unknown", "panel"),
			reference: new Reference(desk, models),
			part: partInAddress(),
		};
	}, [desk, sites, models]);
	const check = ({ model, command }: ReferenceEntry) => {
		draft.model.value = model.name;
		draft.text.value = command.example;
		goTo("message");
	};
	const compose = ({ model, command }: ReferenceEntry) => {
		draft.model.value = model.name;
		composition.choose(command.word);
		goTo("compose");
	};
	const panes: { readonly [P in Still]: () => JSX.Element } = {
		message: () => <CheckPane draft={draft} />,
		compose: () => <ComposePane composition={composition} />,
		site: () => <SitePane draft={site} models={models} />,
		reference: () => (
			<ReferencePane
				reference={reference}
				onCheck={check}
				onCompose={compose}
			/>
		),
	};
	return (
		<div class="offline" data-part={part.value}>
			<header>
				<h1>alarmpanel</h1>
				<p>
					Check a text to an alarm panel before you send it. Nothing is loaded,
					sent or kept, but what you tick.
				</p>
			</header>
			<Parts current={part.value} />
			{part.value === "try" ? null : <main>{panes[part.value]()}</main>}
			<TryPanel desk={desk} models={models} isShown={part.value === "try"} />
			<footer>
				<Tick
					isSet={isKept.value}
					onChange={(isSet) => {
						isKept.value = isSet;
					}}
				>
					Keep the panel and its number on this device, where other pages that
					are opened as files can read them.
				</Tick>
			</footer>
		</div>
	);
}

function Parts({ current }: { readonly current: PagePart }) {
	return (
		<nav class="offline-parts" aria-label="What the page does">
			{Object.entries(pageParts).map(([part, title]) => (
				<a
					key={part}
					href={`#${part}`}
					aria-current={part === current ? "page" : undefined}
				>
					{title}
				</a>
			))}
		</nav>
	);
}

function goTo(part: PagePart): void {
	location.hash = part;
}
