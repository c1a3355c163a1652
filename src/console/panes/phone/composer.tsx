import { useSignal, useSignalEffect } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { howMany } from "../../../how-many.ts";
import { measure } from "../../../sms/segments.ts";
import { Diagnosed } from "../../message/diagnosed.tsx";
import type { MessageCheck, MessageDesk } from "../../message/message-desk.ts";
import type { CommandList } from "../../store/command-list.ts";
import type { ConsoleStore } from "../../store/console-store.ts";
import { FieldChips } from "./field-chips.tsx";
import { offeredFor, Suggestions } from "./suggestions.tsx";

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
	const field = useRef<HTMLTextAreaElement>(null);
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
				if (draft.peek() === text) check.value = null;
			},
		);
	});
	const send = async () => {
		const text = draft.value;
		if (text === "" || store.shown.value.isPast) return;
		const isSent = await store.text(text);
		if (!isSent || draft.value !== text) return;
		// Send cannot be pressed on an empty field, and would keep the focus from the keys.
		const { current } = field;
		if (current?.form?.contains(document.activeElement)) current.focus();
		draft.value = "";
	};
	const text = draft.value;
	// As tall as what is written, as far as the style lets it grow.
	useLayoutEffect(() => {
		const { current } = field;
		if (current === null) return;
		current.style.height = "auto";
		const edges = current.offsetHeight - current.clientHeight;
		current.style.height = `${current.scrollHeight + edges}px`;
	}, [text]);
	// What is said above it must not move it out of sight.
	useLayoutEffect(() => {
		const { current } = field;
		if (current !== null && current === document.activeElement)
			current.scrollIntoView({ block: "nearest" });
	}, [text, check.value]);
	const { isPast } = store.shown.value;
	const offered = offeredFor(check.value, commands.own.value);
	return (
		<form
			class="composer"
			onSubmit={(event) => {
				event.preventDefault();
				void send();
			}}
		>
			<Suggestions
				offered={offered}
				onChoose={(whole) => {
					draft.value = whole;
					// The button is gone then.
					field.current?.focus();
				}}
			/>
			<div id="composer-said" aria-live="polite">
				<Verdict check={check.value} text={text} isBegun={offered.length > 0} />
			</div>
			<FieldChips draft={draft} check={check.value} commands={commands} />
			<div class="line">
				<textarea
					aria-label="Text to the panel"
					aria-describedby="composer-said"
					class="message"
					rows={1}
					ref={field}
					value={text}
					placeholder="Text to the panel"
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
						// The key may be held down that has written an example here.
						if (!event.repeat) void send();
					}}
				/>
				<button type="submit" class="send" disabled={text === "" || isPast}>
					Send
				</button>
			</div>
		</form>
	);
}

/** What is wrong, with the caret under it; else the verdict. And what it costs. */
function Verdict({
	check,
	text,
	isBegun,
}: {
	/** Of the text, or of what it was just before. */
	readonly check: MessageCheck | null;
	readonly text: string;
	/** A word that commands begin with is not wrong yet. */
	readonly isBegun: boolean;
}) {
	if (text === "") return null;
	const { characters, alphabet, parts } = measure(text);
	const most = alphabet === "gsm-7" ? 160 : 70;
	const length =
		parts > 1 ? howMany(characters, "character") : `${characters} of ${most}`;
	const count = `${length}, ${alphabet}, ${parts} SMS`;
	const [first] = check?.diagnostics ?? [];
	return (
		<>
			{first === undefined || isBegun ? null : (
				<Diagnosed text={check?.text ?? ""} diagnostics={[first]} />
			)}
			<p class="meta">
				{check?.ok && check.text === text ? (
					<span class="verdict">{check.verdict} · </span>
				) : null}
				{count}
			</p>
		</>
	);
}
