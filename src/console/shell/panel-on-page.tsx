import type { ComponentChildren } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { MessageDesk } from "../message/message-desk.ts";
import type { PagePanel } from "../page-panel.ts";
import type { SiteDesk } from "../site/site-desk.ts";
import { SiteDraft } from "../site/site-draft.ts";
import { watchClock } from "../store/clock-watch.ts";
import { CommandList } from "../store/command-list.ts";
import { ConsoleStore } from "../store/console-store.ts";
import type { PageView } from "../store/page-view.ts";
import { Console } from "./console.tsx";

/** A panel with all its panes, from when it is put on the page until it is taken off. */
export function PanelOnPage({
	panel,
	view,
	desk,
	sites = null,
	children,
}: {
	readonly panel: PagePanel;
	readonly view: PageView;
	readonly desk: MessageDesk;
	/** Where sites are planned; null on a page that has a part of its own for them. */
	readonly sites?: SiteDesk | null;
	/** What stands in the header beside the panel's name. */
	readonly children?: ComponentChildren;
}) {
	const { store, commands, site } = useMemo(
		() => ({
			store: new ConsoleStore(panel, view),
			commands: new CommandList(desk, panel.model),
			site: sites && draftFor(sites, panel),
		}),
		[panel, view, desk, sites],
	);
	useEffect(() => {
		const end = watchClock(store);
		return () => {
			end();
			store.close();
			panel.close();
		};
	}, [store, panel]);
	return (
		<Console
			store={store}
			view={view}
			desk={desk}
			commands={commands}
			site={site}
		>
			{children}
		</Console>
	);
}

/** A site for the panel that is shown: a throw-away one is a simulator, the house's is not known. */
function draftFor(sites: SiteDesk, { model }: PagePanel): SiteDraft {
	return sites.knowsPanel
		? new SiteDraft(sites, model, "panel", "simulator")
		: new SiteDraft(sites, model, "unknown", "panel");
}
