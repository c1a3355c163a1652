import { shown } from "../../../grammar/message/terminal-text.ts";
import type { MessageCheck } from "./message-desk.ts";

/** What each part of a message says, and what its blanks will do. */
export function MessageFields({ check }: { readonly check: MessageCheck }) {
	const wrong = new Set(check.diagnostics.map(({ parameter }) => parameter));
	if (check.parameters.length === 0) return null;
	return (
		<table class="message-fields">
			<caption>What each part says</caption>
			<tbody>
				{check.parameters.map(({ name, label, value, meaning }) => (
					<tr key={name} class={wrong.has(name) ? "wrong" : undefined}>
						<th scope="row">{label}</th>
						<td>
							{value !== "" && <code>{shown(value)}</code>}
							{meaning !== null && <span class="meaning">{meaning}</span>}
							{wrong.has(name) && <span class="fault">wrong</span>}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
