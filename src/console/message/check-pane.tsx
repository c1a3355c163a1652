import { DraftModel } from "./draft-model.tsx";
import { ListCheckText } from "./list-check.tsx";
import { MessageActions } from "./message-actions.tsx";
import { MessageCheckText } from "./message-check.tsx";
import type { MessageDraft } from "./message-draft.ts";

/** One field: what is typed into it is checked while it is typed. */
export function CheckPane({ draft }: { readonly draft: MessageDraft }) {
	const check = draft.check.value;
	const list = draft.list.value;
	return (
		<section class="check-pane" aria-label="Check a message">
			<DraftModel draft={draft} />
			<label class="field">
				<span>Message, or several, one a line</span>
				<textarea
					rows={Math.min(12, draft.text.value.split("\n").length + 1)}
					autocapitalize="none"
					autocomplete="off"
					spellcheck={false}
					value={draft.text.value}
					onInput={({ currentTarget }) => {
						draft.text.value = currentTarget.value;
					}}
				/>
			</label>
			<div aria-live="polite">
				{check !== null && <MessageCheckText check={check} />}
				{list !== null && <ListCheckText list={list} />}
				{check === null && list === null && <Nothing draft={draft} />}
			</div>
			{check?.ok === true && (
				<MessageActions number={draft.number} text={check.text} />
			)}
		</section>
	);
}

/** What to try first, in the words of the panel that is chosen. */
function Nothing({ draft }: { readonly draft: MessageDraft }) {
	const example = draft.commands.value?.find(
		({ parameters }) => parameters.length > 1,
	)?.example;
	if (example === undefined) return null;
	return (
		<p class="nothing">
			Nothing is written yet. Try{" "}
			<button
				type="button"
				class="link"
				onClick={() => {
					draft.text.value = example;
				}}
			>
				<code>{example}</code>
			</button>
		</p>
	);
}
