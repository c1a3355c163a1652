import { shown } from "../../../grammar/message/terminal-text.ts";
import type { ModelSummary } from "../message/message-desk.ts";
import { Papers } from "./papers.tsx";
import { PlanAccount } from "./plan-account.tsx";
import { PlanWalk } from "./plan-walk.tsx";
import type { SiteDraft } from "./site-draft.ts";
import { SiteFields } from "./site-fields.tsx";
import { SiteOpening } from "./site-opening.tsx";
import { SiteSettings } from "./site-settings.tsx";
import "../message/message.css";
import "./site.css";

/** A site: filled in or opened, planned, sent message by message, handed over. */
export function SitePane({
	draft,
	models,
	onText = null,
}: {
	readonly draft: SiteDraft;
	/** To choose from; none where the page shows one panel. */
	readonly models: readonly ModelSummary[];
	/** Texts a message to the panel that the page shows. */
	readonly onText?: ((text: string) => void) | null;
}) {
	const answer = draft.answer.value;
	return (
		<section class="site-pane" aria-label="Site">
			<div class="site-asked">
				<SiteSettings draft={draft} models={models} />
				<SiteOpening draft={draft} />
				{draft.file.value === null && <SiteFields draft={draft} />}
			</div>
			<div class="site-plan">
				{answer === null ? (
					<p class="nothing">
						Fill in a user, a zone or a delay, or open a site.yaml: its messages
						appear here.
					</p>
				) : !answer.ok ? (
					<div class="site-faults" role="alert">
						<ul aria-label="What is wrong">
							{answer.faults.map(({ path, message }) => (
								<li key={`${path} ${message}`}>
									{path !== "" && <code>{path}</code>}{" "}
									{shown(
										// Who filled in the form knows no lines.
										draft.file.value === null
											? message.replace(/^\d+:\d+: /, "")
											: message,
									)}
								</li>
							))}
						</ul>
					</div>
				) : (
					<>
						{answer.messages.length > 0 ? (
							<PlanWalk draft={draft} plan={answer} onText={onText} />
						) : (
							<p class="verdict">
								{answer.due ? "No message does it." : "Nothing to do."}
							</p>
						)}
						<PlanAccount plan={answer} />
						<Papers draft={draft} />
					</>
				)}
			</div>
			<p>
				<small>
					This device keeps the ticks and a digest of the plan, and no text, PIN
					or number. Forget removes them, and empties the form.
				</small>
			</p>
			<button type="button" onClick={() => draft.forget()}>
				Forget
			</button>
		</section>
	);
}
