import { useEffect, useMemo } from "preact/hooks";
import type { MessageDesk } from "../message/message-desk.ts";
import type { PagePanel } from "../page-panel.ts";
import { CommandList } from "../store/command-list.ts";
import { ConsoleStore } from "../store/console-store.ts";
import { RunningClock, type Speed } from "../store/running-clock.ts";
import { Console } from "./console.tsx";

/** A panel with all its panes, from when it is put on the page until it is taken off. */
export function PanelOnPage({
	panel,
	desk,
	speed,
}: {
	readonly panel: PagePanel;
	readonly desk: MessageDesk;
	/** How fast its time runs at first, where it is virtual. */
	readonly speed: Speed;
}) {
	const { store, clock, commands } = useMemo(() => {
		const store = new ConsoleStore(panel);
		const clock = new RunningClock(store, speed);
		return { store, clock, commands: new CommandList(desk, panel.model) };
	}, [panel, desk, speed]);
	useEffect(
		() => () => {
			clock.close();
			store.close();
		},
		[store, clock],
	);
	return (
		<Console store={store} clock={clock} desk={desk} commands={commands} />
	);
}
