import { Diagnosed } from "./diagnosed.tsx";
import type { MessageCheck } from "./message-desk.ts";
import { MessageFields } from "./message-fields.tsx";
import { VerdictLine } from "./verdict-line.tsx";

/** All that is said of one message: the verdict first, then why, then each part. */
export function MessageCheckText({ check }: { readonly check: MessageCheck }) {
	const { text, diagnostics, usage, help, origin, warning, does } = check;
	const { elsewhere = [], slips = [], remarks = [] } = check;
	return (
		<div class="message-check">
			<VerdictLine check={check} />
			{diagnostics.length > 0 && (
				<Diagnosed text={text} diagnostics={diagnostics} />
			)}
			{elsewhere.length > 0 && (
				<p class="warning">
					<span aria-hidden="true">⚠</span> Whose panel is this? It is a message
					of {elsewhere.join(", ")}.
				</p>
			)}
			{remarks.map((remark) => (
				<p class="warning" key={remark}>
					<span aria-hidden="true">⚠</span> Take care: {remark}.
				</p>
			))}
			{usage !== null && (
				<p>
					<code>{usage}</code> {help}
					<small>{origin}</small>
				</p>
			)}
			{(does === "deletes" || does === "disarms") && (
				<p class="warning">
					<span aria-hidden="true">⚠</span> It {does}.
				</p>
			)}
			<MessageFields check={check} />
			{slips.map((slip) => (
				<p class="warning" key={slip.command}>
					<span aria-hidden="true">⚠</span> One slip,{" "}
					<code>{slip.text ?? slip.command}</code>, {slip.does}: {slip.help}
				</p>
			))}
			{warning !== null && (
				<p class="warning">
					<span aria-hidden="true">⚠</span> {warning}
				</p>
			)}
		</div>
	);
}
