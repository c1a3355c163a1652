import { shown } from "../../../grammar/message/terminal-text.ts";
import { WrappedSelect } from "../elements/wrapped-select.tsx";
import { type Composition, fieldsOf } from "./composition.ts";
import { CredentialInputs } from "./credential-inputs.tsx";
import { Diagnosed } from "./diagnosed.tsx";
import { DraftModel } from "./draft-model.tsx";
import { FieldInput } from "./field-input.tsx";
import { Labelled } from "./labelled.tsx";
import { MessageActions } from "./message-actions.tsx";
import type { ComposedMessage } from "./message-desk.ts";

/** A message from fields, so that nobody has to know how it is written. */
export function ComposePane({
	composition,
}: {
	readonly composition: Composition;
}) {
	const { draft, command } = composition;
	const composed = composition.composed.value;
	return (
		<section class="compose-pane" aria-label="Compose a message">
			<DraftModel draft={draft} />
			<Labelled label="What the panel is to do">
				{(id) => (
					<WrappedSelect
						id={id}
						value={command?.word ?? ""}
						choices={[
							{ value: "", text: "Choose a command …" },
							...composition.commands.map(({ word, help }) => ({
								value: word,
								text: `${word} – ${help}`,
							})),
						]}
						onChange={(word) => composition.choose(word)}
					/>
				)}
			</Labelled>
			{command === undefined ? (
				<p>Its fields come next, and the message is written from them.</p>
			) : (
				<>
					{fieldsOf(command).map((field) => (
						<FieldInput
							key={`${command.word} ${field.name}`}
							composition={composition}
							field={field}
						/>
					))}
					<CredentialInputs composition={composition} />
				</>
			)}
			<div aria-live="polite">
				{composed !== null && <ComposedText composed={composed} />}
			</div>
			{composed?.ok === true && composed.diagnostics.length === 0 && (
				<MessageActions number={draft.number} text={composed.text} />
			)}
		</section>
	);
}

function ComposedText({ composed }: { readonly composed: ComposedMessage }) {
	if (!composed.ok) return <p class="warning">{composed.reason}</p>;
	const { text, verdict, diagnostics, remarks } = composed;
	const isRight = diagnostics.length === 0;
	return (
		<div class="composed">
			{isRight ? (
				<output class="message-line">{shown(text)}</output>
			) : (
				<Diagnosed text={text} diagnostics={diagnostics} />
			)}
			<p class={isRight ? "verdict" : "verdict wrong"}>
				<span aria-hidden="true">{isRight ? "✓ " : "✗ "}</span>
				<strong>{verdict}</strong>
			</p>
			{remarks.map((remark) => (
				<p key={remark} class="remark">
					{remark}
				</p>
			))}
		</div>
	);
}
