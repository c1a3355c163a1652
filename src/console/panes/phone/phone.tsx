import { useComputed, useSignal } from "@preact/signals";
import { MASK } from "../../../derive/secrets.ts";
import { senderText } from "../../../views/words/names.ts";
import { Pane } from "../../elements/pane.tsx";
import type { MessageDesk } from "../../message/message-desk.ts";
import type { CommandList } from "../../store/command-list.ts";
import type { ConsoleStore } from "../../store/console-store.ts";
import { threadOf } from "../../store/thread.ts";
import { BubbleItem } from "./bubble.tsx";
import { Composer } from "./composer.tsx";
import { PhoneChoice } from "./phone-choice.tsx";
import "./phone.css";

/** Texts of a thread that are drawn at first, and more at each request. */
const DRAWN = 60;

/** A phone that texts with the panel. */
export function PhonePane({
	store,
	desk,
	commands,
}: {
	readonly store: ConsoleStore;
	readonly desk: MessageDesk;
	readonly commands: CommandList;
}) {
	const drawn = useSignal(DRAWN);
	const thread = useComputed(() => {
		const { at, isPast } = store.shown.value;
		const all = store.activities.value;
		return threadOf(
			isPast ? all.filter(({ id }) => id <= (store.moment.value ?? 0)) : all,
			isPast ? [] : store.underway.value.filter((text) => text.at <= at),
			store.phone.value,
			commands.forms.value,
		);
	});
	const { length } = thread.value;
	const { state } = store.shown.value;
	const name = senderText(state, store.phone.value);
	const visible = thread.value.slice(-drawn.value);
	const hidden = length - visible.length;
	return (
		<Pane name="phone" title="Phone" actions={<PhoneChoice store={store} />}>
			{length === 0 ? (
				<Nothing store={store} commands={commands} />
			) : (
				<div
					class="thread"
					role="log"
					aria-label={`Texts with ${name}`}
					// biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keyboard
					tabIndex={0}
				>
					<ol>
						{hidden === 0 ? null : (
							<li class="earlier">
								<button
									type="button"
									onClick={() => {
										drawn.value += 10 * DRAWN;
									}}
								>
									{hidden} earlier
								</button>
							</li>
						)}
						{visible.map((bubble) => (
							<BubbleItem
								key={bubble.key}
								bubble={bubble}
								timeZone={state.options.timeZone}
								isLast={bubble === visible.at(-1)}
							/>
						))}
					</ol>
				</div>
			)}
			{store.panel.isOpen ? (
				<Composer store={store} desk={desk} commands={commands} />
			) : null}
		</Pane>
	);
}

/** What stands where no text has been sent yet. */
function Nothing({
	store,
	commands,
}: {
	readonly store: ConsoleStore;
	readonly commands: CommandList;
}) {
	const example = exampleFor(store, commands);
	return (
		<div class="thread nothing">
			<p>Nothing has been sent yet.</p>
			{example === null || !store.panel.isOpen ? null : (
				<p>
					Try{" "}
					<button
						type="button"
						class="message"
						onClick={() => {
							store.draft.value = example;
						}}
					>
						{example}
					</button>
				</p>
			)}
		</div>
	);
}

/**
 * A text that the panel answers: a listed person's word, or a message of an installer
 * whose credentials are not hidden; null where a wrong code would be tried.
 */
function exampleFor(store: ConsoleStore, commands: CommandList): string | null {
	const { remote, credentials } = store.shown.value.state;
	const phone = store.phone.value;
	if (remote.people.some(({ numbers }) => numbers.includes(phone)))
		return "STATUS";
	const isHidden = Object.values(credentials).includes(MASK);
	return isHidden ? null : (commands.all.value[0]?.example ?? null);
}
