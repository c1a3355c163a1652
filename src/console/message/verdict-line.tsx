import { howMany } from "../../how-many.ts";
import type { MessageCheck } from "./message-desk.ts";

/** Whose word it is that a message is right, and what it takes to send it. */
export function VerdictLine({ check }: { readonly check: MessageCheck }) {
	const { ok, verdict, sms } = check;
	return (
		<p class={ok ? "verdict" : "verdict wrong"}>
			<span aria-hidden="true">{ok ? "✓ " : "✗ "}</span>
			<strong>{verdict}</strong>
			<span class="measure">
				{" "}
				· {howMany(sms.characters, "character")}, {sms.alphabet} · {sms.parts}{" "}
				SMS
			</span>
		</p>
	);
}
