import type { SiteDraft } from "../site/site-draft.ts";
import { SitePane } from "../site/site-pane.tsx";
import type { ConsoleStore } from "../store/console-store.ts";

/** A site for the panel that the page shows: its plan, rehearsal and papers. */
export function SitesPane({
	store,
	site,
}: {
	readonly store: ConsoleStore;
	readonly site: SiteDraft | null;
}) {
	if (site === null) return null;
	const text = async (message: string) => {
		if (await store.text(message)) site.again();
	};
	return (
		<SitePane
			draft={site}
			models={[]}
			onText={store.panel.isOpen ? (message) => void text(message) : null}
		/>
	);
}
