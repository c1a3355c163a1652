import { useComputed, useSignal } from "@preact/signals";
import { shown } from "../../../../grammar/message/terminal-text.ts";
import { MASK } from "../../../derive/secrets.ts";
import type { Person } from "../../../panel/state/remote-access.ts";
import type { User } from "../../../panel/state/state.ts";
import type { TextWhy } from "../../../views/text-outcome.ts";
import { senderText } from "../../../views/words/names.ts";
import { Pane } from "../../elements/pane.tsx";
import { ownerOf } from "../../listed-phone.ts";
import type { CommandEntry, MessageDesk } from "../../message/message-desk.ts";
import type { CommandList } from "../../store/command-list.ts";
import type { ConsoleStore } from "../../store/console-store.ts";
import { threadOf } from "../../store/thread.ts";
import { ListPhone } from "../list-phone.tsx";
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
			{length === 0 || isStranger(thread.value.at(-1)?.why) ? (
				<ListPhone store={store} />
			) : null}
			{store.panel.isOpen ? (
				<Composer store={store} desk={desk} commands={commands} />
			) : null}
		</Pane>
	);
}

/** Whether a text was met with silence because its sender is nobody on the list. */
function isStranger(why: TextWhy | null | undefined): boolean {
	return why?.kind === "silence" && why.code === "sender/unlisted";
}

/** What stands where no text has been sent yet. */
function Nothing({
	store,
	commands,
}: {
	readonly store: ConsoleStore;
	readonly commands: CommandList;
}) {
	const { state } = store.shown.value;
	const owner = ownerOf(state, store.phone.value);
	// A wrong code counts, so what may be one is shown and not offered.
	const isHidden = Object.values(state.credentials).includes(MASK);
	const examples =
		owner === undefined
			? examplesOf(commands.own.value)
			: plainExamples(state.users, owner);
	return (
		<div class="thread nothing">
			<p>
				{owner === undefined
					? "Nothing has been sent yet."
					: `${shown(owner.name)}, who is on the list, has sent nothing yet.`}
			</p>
			{!store.panel.isOpen || examples.length === 0 ? null : isHidden &&
				owner === undefined ? (
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
								onClick={({ currentTarget }) => {
									store.draft.value = example;
									// It is there to be sent, or changed.
									currentTarget
										.closest(".pane")
										?.querySelector("textarea")
										?.focus();
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

/** What somebody on the list may text; a PIN stands there where it is shown at all. */
function plainExamples(
	users: readonly User[],
	owner: Person,
): readonly Pick<CommandEntry, "example" | "help">[] {
	const status = { example: "STATUS", help: "Ask how the panel is." };
	const pin = users.find(({ id }) => id === owner.user)?.pin ?? MASK;
	if (pin === MASK) return [status];
	return [
		status,
		{ example: "ARM", help: "Arm, and leave the house." },
		{ example: `DISARM ${pin}`, help: "Disarm, with the PIN." },
		{ example: "HELP", help: "Ask what else there is to text." },
	];
}

/** What to try first: the command that is declared first, one that arms, one that asks. */
function examplesOf(own: readonly CommandEntry[]): readonly CommandEntry[] {
	const called = (name: string) =>
		own.filter(({ synonyms }) => synonyms.includes(name)).slice(0, 1);
	return [
		...new Set([...own.slice(0, 1), ...called("arm"), ...called("status")]),
	];
}
