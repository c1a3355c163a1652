import { localTime } from "../../views/words/local-time.ts";
import { timerText } from "../../views/words/timer-text.ts";
import type { ConsoleStore } from "../store/console-store.ts";

/** How many times as fast as real time it can pass; 0 stands still. */
const speeds = [0, 1, 60, 3600] as const;

/** The panel's time; where it is virtual, it can be stopped, hastened and moved. */
export function ClockPane({ store }: { readonly store: ConsoleStore }) {
	const { state, at, isPast } = store.shown.value;
	const { timers } = store.status.value;
	const next = store.next.value;
	const timer = timers.find(({ due }) => due === next);
	const local = localTime(at, state.options.timeZone);
	const { speed: present, setSpeed, clock } = store.panel;
	const isVirtual = clock.kind === "virtual" && setSpeed !== null;
	return (
		<section class="clock" aria-label="Clock">
			<time
				dateTime={new Date(at).toISOString()}
				title={`${local} ${state.options.timeZone}`}
			>
				<span class="day">{local.slice(0, 10)} </span>
				{local.slice(11)}
			</time>
			{isVirtual ? (
				<div class="controls">
					<fieldset class="speeds" aria-label="Speed">
						{speeds.map((speed) => (
							<button
								key={speed}
								type="button"
								aria-pressed={present.value === speed}
								aria-label={
									speed === 0
										? speedText(speed, present.value)
										: `${speed} times as fast`
								}
								onClick={() => void store.attempt(() => setSpeed(speed))}
							>
								{speedText(speed, present.value)}
							</button>
						))}
					</fieldset>
					<button
						type="button"
						disabled={isPast}
						onClick={() => void store.advance("30s")}
					>
						+30 s
					</button>
					<button
						type="button"
						class={
							present.value === 0 && timer !== undefined ? "due" : undefined
						}
						aria-label="next event"
						disabled={isPast || next === null}
						title={
							next === null
								? "nothing is due"
								: `until ${timer === undefined ? "a text comes" : timerText(state, timer)}`
						}
						onClick={() => {
							if (next !== null) void store.advance(new Date(next));
						}}
					>
						next<span class="wide"> event</span>
					</button>
				</div>
			) : null}
		</section>
	);
}

/** A clock that stands says so: nothing that it waits for comes by itself. */
function speedText(speed: number, present: number): string {
	if (speed !== 0) return `×${speed}`;
	return present === 0 ? "paused" : "pause";
}
