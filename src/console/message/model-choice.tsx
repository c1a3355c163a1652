import type { MessageDraft } from "./message-draft.ts";

/** Which panel the message is for. */
export function ModelChoice({ draft }: { readonly draft: MessageDraft }) {
	return (
		<label class="model-choice">
			<span>Panel</span>
			<select
				value={draft.model.value}
				onChange={({ currentTarget }) => {
					draft.model.value = currentTarget.value;
				}}
			>
				{draft.models.map(({ name, title }) => (
					<option key={name} value={name}>
						{title}
					</option>
				))}
			</select>
		</label>
	);
}
