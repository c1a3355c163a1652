import type { ComponentChildren } from "preact";
import type { MessageDesk } from "../message/message-desk.ts";
import { ClockPane } from "../panes/clock.tsx";
import { KeypadPane } from "../panes/keypad.tsx";
import { PhonePane } from "../panes/phone/phone.tsx";
import { SirenPane } from "../panes/siren.tsx";
import { ZonesPane } from "../panes/zones/zones.tsx";
import type { SiteDraft } from "../site/site-draft.ts";
import type { CommandList } from "../store/command-list.ts";
import type { ConsoleStore } from "../store/console-store.ts";
import type { PageView } from "../store/page-view.ts";
import { Drawer } from "./drawer.tsx";
import { Header } from "./header.tsx";
import { followAddress } from "./moment-link.ts";
import { PageTabs } from "./page-tabs.tsx";
import "../look.css";
import "./base.css";
import "./layout.css";
import { useEffect } from "preact/hooks";

/** A panel, its phones and its house on one page. */
export function Console({
	store,
	view,
	desk,
	commands,
	site,
	children,
}: {
	readonly store: ConsoleStore;
	readonly view: PageView;
	readonly desk: MessageDesk;
	readonly commands: CommandList;
	/** Null on a page that has a part of its own for sites. */
	readonly site: SiteDraft | null;
	/** What stands in the header beside the panel's name. */
	readonly children?: ComponentChildren;
}) {
	useEffect(() => followAddress(store.moment), [store]);
	return (
		<div class="console" data-tab={view.tab.value}>
			<Header store={store}>
				{children}
				<ClockPane store={store} />
			</Header>
			<Notices store={store} />
			<main>
				<div class="column" data-in="phone">
					<PhonePane store={store} desk={desk} commands={commands} />
				</div>
				<div class="column" data-in="panel">
					<KeypadPane store={store} />
					<SirenPane store={store} />
				</div>
				<div class="column" data-in="house">
					<ZonesPane store={store} desk={desk} commands={commands} />
				</div>
			</main>
			<div class="column" data-in="more">
				<Drawer store={store} site={site} pane={view.pane} />
			</div>
			<PageTabs tab={view.tab} />
		</div>
	);
}

/** What the user has to know before anything else. */
function Notices({ store }: { readonly store: ConsoleStore }) {
	const complaint = store.complaint.value;
	return (
		<div class="notices" aria-live="polite">
			{store.panel.isConnected.value ? null : (
				<p class="notice lost">
					The panel does not answer; trying again. What is shown is what was
					known last.
				</p>
			)}
			{store.panel.isOpen ? null : (
				<p class="notice reading">
					This panel is for reading here. Start with --allow-control to text it.
				</p>
			)}
			{complaint === null ? null : <p class="notice">{complaint}</p>}
		</div>
	);
}
