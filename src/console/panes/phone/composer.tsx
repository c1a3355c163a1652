import { useSignal, useSignalEffect } from "@preact/signals";
import { measure } from "../../../sms/segments.ts";
import { Diagnosed } from "../../message/diagnosed.tsx";
import type { MessageCheck, MessageDesk } from "../../message/message-desk.ts";
import type { CommandList } from "../../store/command-list.ts";
import type { ConsoleStore } from "../../store/console-store.ts";
import { FieldChips } from "./field-chips.tsx";
import { Suggestions } from "./suggestions.tsx";

/** The field in which a text is written, checked while it is written. */
export function Composer({
	store,
	desk,
	commands,
}: {
	readonly store: ConsoleStore;
	readonly desk: MessageDesk;
	readonly commands: CommandList;
}) {
	const { draft } = store;
	const check = useSignal<MessageCheck | null>(null);
	useSignalEffect(() => {
		const text = draft.value;
		if (text.trim() === "") {
			check.value = null;
			return;
		}
		desk.check(store.panel.model, text).then(
			(checked) => {
				// A later one may have been answered first.
				if (draft.peek() === text) check.value = checked;
			},
			() => {
				check.value = null;
			},
		);
	});
	const send = async () => {
		const text = draft.value;
		if (text === "" || store.shown.value.isPast) return;
		const isSent = await store.text(text);
		if (isSent && draft.value === text) draft.value = "";
	};
	const text = draft.value;
	const { isPast } = store.shown.value;
	return (
		<form
			class="composer"
			onSubmit={(event) => {
				event.preventDefault();
				void send();
			}}
		>
			<Suggestions draft={draft} commands={commands} check={check.value} />
			<div class="line">
				<textarea
					aria-label="Text to the panel"
					aria-describedby="composer-said"
					class="message"
					rows={Math.min(4, 1 + Math.floor(text.length / 34))}
					value={text}
					spellcheck={false}
					autocapitalize="off"
					autocomplete="off"
					onInput={(event) => {
						draft.value = event.currentTarget.value;
					}}
					onKeyDown={(event) => {
						if (event.key !== "Enter" || event.shiftKey || event.isComposing)
							return;
						event.preventDefault();
						void send();
					}}
				/>
				<button type="submit" class="send" disabled={text === "" || isPast}>
					Send
				</button>
			</div>
			<div id="composer-said" aria-live="polite">
				<Verdict check={check.value} text={text} />
			</div>
			<FieldChips draft={draft} check={check.value} commands={commands} />
		</form>
	);
}

/** What is wrong, with the caret under it; else the verdict. And what it costs. */
function Verdict({
	check,
	text,
}: {
	readonly check: MessageCheck | null;
	readonly text: string;
}) {
	if (text === "") return null;
	const { characters, alphabet, parts } = measure(text);
	const count = `${characters} of ${alphabet === "gsm-7" ? 160 : 70}, ${alphabet}, ${parts} SMS`;
	const fresh = check?.text === text ? check : null;
	const [first] = fresh?.diagnostics ?? [];
	return (
		<>
			{first === undefined ? null : (
				<Diagnosed text={text} diagnostics={[first]} />
			)}
			<p class="meta">
				{fresh?.ok ? <span class="verdict">{fresh.verdict} · </span> : null}
				{count}
			</p>
		</>
	);
}
