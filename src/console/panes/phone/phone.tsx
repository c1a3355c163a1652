import { useComputed, useSignal } from "@preact/signals";
import { MASK } from "../../../derive/secrets.ts";
import { senderText } from "../../../views/words/names.ts";
import { Pane } from "../../elements/pane.tsx";
import type { CommandEntry, MessageDesk } from "../../message/message-desk.ts";
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
	const { remote, credentials } = store.shown.value.state;
	const phone = store.phone.value;
	const isListed = remote.people.some(({ numbers }) => numbers.includes(phone));
	// A wrong code counts, so what may be one is shown and not offered.
	const isHidden = Object.values(credentials).includes(MASK);
	const examples = isListed
		? [{ example: "STATUS", help: "Ask how the panel is." }]
		: examplesOf(commands.own.value);
	return (
		<div class="thread nothing">
			<p>Nothing has been sent yet.</p>
			{!store.panel.isOpen || examples.length === 0 ? null : isHidden &&
				!isListed ? (
				<p>
					A text to it looks like <code>{examples.at(-1)?.example}</code>, with
					the codes of this panel in place of the factory's.
				</p>
			) : (
				<ul class="examples" aria-label="Texts to try">
					{examples.map(({ example, help }) => (
						<li key={example}>
							<button
								type="button"
								onClick={() => {
									store.draft.value = example;
								}}
							>
								<span class="message">{example}</span> {help}
							</button>
						</li>
					))}
				</ul>
			)}
		</div>
	);
}

/** What to try first: the command that is declared first, one that arms, one that asks. */
function examplesOf(own: readonly CommandEntry[]): readonly CommandEntry[] {
	const called = (name: string) =>
		own.filter(({ synonyms }) => synonyms.includes(name)).slice(0, 1);
	return [
		...new Set([...own.slice(0, 1), ...called("arm"), ...called("status")]),
	];
}
