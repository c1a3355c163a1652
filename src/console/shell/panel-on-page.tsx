import type { ComponentChildren } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { MessageDesk } from "../message/message-desk.ts";
import type { PagePanel } from "../page-panel.ts";
import { watchClock } from "../store/clock-watch.ts";
import { CommandList } from "../store/command-list.ts";
import { ConsoleStore } from "../store/console-store.ts";
import { Console } from "./console.tsx";

/** A panel with all its panes, from when it is put on the page until it is taken off. */
export function PanelOnPage({
	panel,
	desk,
	children,
}: {
	readonly panel: PagePanel;
	readonly desk: MessageDesk;
	/** What stands in the header beside the panel's name. */
	readonly children?: ComponentChildren;
}) {
	const { store, commands } = useMemo(
		() => ({
			store: new ConsoleStore(panel),
			commands: new CommandList(desk, panel.model),
		}),
		[panel, desk],
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
		<Console store={store} desk={desk} commands={commands}>
			{children}
		</Console>
	);
}
