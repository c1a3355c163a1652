import { shown } from "../../../grammar/message/terminal-text.ts";
import { Diagnosed } from "./diagnosed.tsx";
import type { ListCheck } from "./message-desk.ts";

/** A list of messages: what it comes to, then each in its order. */
export function ListCheckText({ list }: { readonly list: ListCheck }) {
	return (
		<div class="list-check">
			<p class={list.ok ? "verdict" : "verdict wrong"}>
				<span aria-hidden="true">{list.ok ? "✓" : "✗"}</span> {list.totals}
			</p>
			<ol>
				{list.messages.map(({ line, ok, verdict, text, diagnostics, sms }) => (
					<li key={line} value={line} class={ok ? undefined : "wrong"}>
						<strong>{verdict}</strong>
						{ok ? (
							<>
								<code>{shown(text)}</code>
								<small>{sms.parts} SMS</small>
							</>
						) : (
							<Diagnosed text={text} diagnostics={diagnostics} />
						)}
					</li>
				))}
			</ol>
		</div>
	);
}
