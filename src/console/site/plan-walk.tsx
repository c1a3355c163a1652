import { useSignal } from "@preact/signals";
import { shown } from "../../../grammar/message/terminal-text.ts";
import { MessageActions } from "../message/message-actions.tsx";
import type { PlanOnPage } from "./site-desk.ts";
import type { SiteDraft } from "./site-draft.ts";

/** One message at a time: it is sent, and what came of it brings the next. */
export function PlanWalk({
	draft,
	plan,
	onText,
}: {
	readonly draft: SiteDraft;
	readonly plan: PlanOnPage;
	/** Texts it to the panel that the page shows; null where none is to be texted. */
	readonly onText: ((text: string) => void) | null;
}) {
	/** A message that somebody went back to. */
	const chosen = useSignal<number | null>(null);
	const ticks = draft.ticks.value;
	const first = plan.messages.findIndex(
		(_, at) => (ticks[at] ?? null) === null,
	);
	const at = chosen.value ?? first;
	const message = plan.messages[at];
	const text = plan.texts[at];
	const say = (tick: "done" | "error") => {
		draft.tick(at, tick);
		chosen.value = null;
	};
	const count = (wanted: "done" | "error") =>
		ticks.filter((tick) => tick === wanted).length;
	return (
		<section class="plan-walk" aria-label="One message at a time">
			<p role="status">
				{count("done")} of {plan.messages.length} done
				{count("error") > 0 && `, ${count("error")} with ERROR`}
			</p>
			{message === undefined || text === undefined ? (
				<p class={count("error") > 0 ? "verdict wrong" : "verdict"}>
					{count("error") > 0
						? "Every message was sent. Those with ERROR changed nothing: look at them below."
						: "Every message is done."}
				</p>
			) : (
				<>
					<h3>
						Message {at + 1} of {plan.messages.length}
					</h3>
					<output class="message-line">{shown(text)}</output>
					<p class="verdict">
						<strong>{message.verdict}</strong>
						<span class="measure">
							{" "}
							· {message.sms.parts} SMS · {message.thing}
						</span>
					</p>
					<MessageActions
						key={at}
						number={draft.number}
						text={text}
						onText={onText}
					/>
					<p>What did the panel answer?</p>
					<div class="buttons">
						<button type="button" onClick={() => say("done")}>
							Done: OK
						</button>
						<button type="button" onClick={() => say("error")}>
							ERROR
						</button>
					</div>
				</>
			)}
			<ol class="plan-messages">
				{plan.messages.map((each, number) => (
					<li key={number} aria-current={number === at ? "step" : undefined}>
						<button
							type="button"
							class="link"
							onClick={() => {
								chosen.value = number;
							}}
						>
							<code>{shown(each.text)}</code>
						</button>{" "}
						<TickText tick={ticks[number] ?? null} />
					</li>
				))}
			</ol>
		</section>
	);
}

function TickText({ tick }: { readonly tick: "done" | "error" | null }) {
	if (tick === null) return null;
	return tick === "done" ? (
		<span class="done">✓ done</span>
	) : (
		<span class="refused">✗ ERROR</span>
	);
}
