import { howMany } from "../../how-many.ts";
import { ModelChoice } from "./model-choice.tsx";
import type { Reference, ReferenceEntry } from "./reference.ts";
import { ReferenceItem } from "./reference-item.tsx";

/** More are not read in one go: a further word finds them. */
const MOST_SHOWN = 100;

/** What each model understands, found by a word. */
export function ReferencePane({
	reference,
	onCheck,
	onCompose,
}: {
	readonly reference: Reference;
	readonly onCheck: (entry: ReferenceEntry) => void;
	readonly onCompose: (entry: ReferenceEntry) => void;
}) {
	const found = reference.found.value;
	return (
		<section class="reference-pane" aria-label="Reference">
			<ModelChoice
				models={reference.models}
				value={reference.model.value}
				all={`All ${reference.models.length} models`}
				onChange={(name) => {
					reference.model.value = name;
				}}
			/>
			<label class="field">
				<span>Search</span>
				<input
					type="search"
					autocapitalize="none"
					placeholder="USRS, delete user, siren …"
					value={reference.wanted.value}
					onInput={({ currentTarget }) => {
						reference.wanted.value = currentTarget.value;
					}}
				/>
			</label>
			<p role="status">{found !== null && countOf(found)}</p>
			<ul class="reference">
				{found?.slice(0, MOST_SHOWN).map((entry) => (
					<ReferenceItem
						key={`${entry.model.name} ${entry.command.dialect} ${entry.command.word}`}
						{...{ entry, onCheck, onCompose }}
					/>
				))}
			</ul>
		</section>
	);
}

function countOf({ length }: readonly ReferenceEntry[]): string {
	if (length === 0) return "No command is found by these words.";
	const commands = howMany(length, "command");
	return length > MOST_SHOWN
		? `${commands}; the first ${MOST_SHOWN} are shown`
		: commands;
}
