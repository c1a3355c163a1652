import { Diagnosed } from "./diagnosed.tsx";
import type { MessageCheck } from "./message-desk.ts";
import { MessageFields } from "./message-fields.tsx";
import { VerdictLine } from "./verdict-line.tsx";

/** All that is said of one message: the verdict first, then why, then each part. */
export function MessageCheckText({ check }: { readonly check: MessageCheck }) {
	const { text, diagnostics, usage, help, origin, warning } = check;
	return (
		<div class="message-check">
			<VerdictLine check={check} />
			{diagnostics.length > 0 && (
				<Diagnosed text={text} diagnostics={diagnostics} />
			)}
			{usage !== null && (
				<p>
					<code>{usage}</code> {help}
					<small>{origin}</small>
				</p>
			)}
			<MessageFields check={check} />
			{warning !== null && (
				<p class="warning">
					<span aria-hidden="true">⚠</span> {warning}
				</p>
			)}
		</div>
	);
}
