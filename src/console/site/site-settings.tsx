import { Labelled } from "../message/labelled.tsx";
import type { ModelSummary } from "../message/message-desk.ts";
import { ModelChoice } from "../message/model-choice.tsx";
import type { SiteQuestion } from "./site-desk.ts";
import type { SiteDraft } from "./site-draft.ts";
import { SignalInput } from "./text-input.tsx";

/** Which panel it is, what it has now, and what lets messages in. */
export function SiteSettings({
	draft,
	models,
}: {
	readonly draft: SiteDraft;
	/** None where the page shows one panel, and that is meant. */
	readonly models: readonly ModelSummary[];
}) {
	const isPanel = draft.from.value === "panel";
	return (
		<>
			{models.length > 0 && !isPanel && (
				<ModelChoice
					models={models}
					value={draft.model.value}
					onChange={(name) => {
						draft.model.value = name;
					}}
				/>
			)}
			<div class="site-row choices">
				<Labelled label="What the panel has now">
					{(id) => (
						<select
							id={id}
							value={draft.from.value}
							onChange={({ currentTarget }) => {
								draft.from.value = currentTarget.value as SiteQuestion["from"];
							}}
						>
							{draft.desk.knowsPanel && (
								<option value="panel">what this panel has</option>
							)}
							<option value="unknown">nothing is known of it</option>
							<option value="factory">as from the factory</option>
						</select>
					)}
				</Labelled>
				<Labelled label="For">
					{(id) => (
						<select
							id={id}
							value={draft.to.value}
							onChange={({ currentTarget }) => {
								draft.to.value = currentTarget.value as SiteQuestion["to"];
							}}
						>
							<option value="panel">a real panel</option>
							<option value="simulator">the simulator</option>
						</select>
					)}
				</Labelled>
			</div>
			{draft.from.value === "unknown" && (
				<details class="credentials">
					<summary>
						{draft.code.value === "" && draft.keyword.value === ""
							? "Credentials: as from the factory"
							: "Credentials: yours"}
						<small>they stand in the messages and are kept nowhere</small>
					</summary>
					<SignalInput
						label="P-Word, where the panel has one"
						of={draft.keyword}
					/>
					<SignalInput label="Code" of={draft.code} />
				</details>
			)}
		</>
	);
}
