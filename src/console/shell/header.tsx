import type { ComponentChildren } from "preact";
import { localTime } from "../../views/words/local-time.ts";
import { modeText } from "../../views/words/mode-text.ts";
import type { ConsoleStore } from "../store/console-store.ts";
import { ThemeButton } from "./theme-button.tsx";

/** Which panel it is, its mode, and the moment that is looked at. */
export function Header({
	store,
	children,
}: {
	readonly store: ConsoleStore;
	readonly children: ComponentChildren;
}) {
	const { model, number } = store.panel;
	const { siren, alarms, ...status } = store.status.value;
	const { isPast, at, state } = store.shown.value;
	const isAlarm = siren || alarms.length > 0;
	return (
		<header class="top">
			<h1>
				<span class="brand">alarmpanel</span>{" "}
				<small>
					{model} · {number}
				</small>
			</h1>
			<p class={`mode-badge ${isAlarm ? "alarm" : status.mode}`} role="status">
				<span aria-hidden="true">{isAlarm ? "◉" : glyphs[status.mode]}</span>{" "}
				{modeText(status).split(":")[0]}
				{isAlarm ? ", alarm" : null}
			</p>
			{isPast ? (
				<p class="as-of">
					as of {localTime(at, state.options.timeZone).slice(11)}{" "}
					<button
						type="button"
						onClick={() => {
							store.moment.value = null;
						}}
					>
						now
					</button>
				</p>
			) : null}
			{children}
			<ThemeButton />
		</header>
	);
}

const glyphs = { disarm: "○", arming: "◔", home: "◐", away: "●" } as const;
