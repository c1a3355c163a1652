import type { MessageDraft } from "./message-draft.ts";
import { ModelChoice } from "./model-choice.tsx";

/** Which panel the message is for. */
export function DraftModel({ draft }: { readonly draft: MessageDraft }) {
	return (
		<ModelChoice
			models={draft.models}
			value={draft.model.value}
			onChange={(name) => {
				draft.model.value = name;
			}}
		/>
	);
}
