import { verdictWords } from "../../views/words/verdict.ts";
import type { CommandEntry } from "./message-desk.ts";
import type { ReferenceEntry } from "./reference.ts";

/** One command: its form and what it does; opened, every field, the source and an example. */
export function ReferenceItem({
	entry,
	onCheck,
	onCompose,
}: {
	readonly entry: ReferenceEntry;
	readonly onCheck: (entry: ReferenceEntry) => void;
	readonly onCompose: (entry: ReferenceEntry) => void;
}) {
	const { model, command } = entry;
	const { usage, help, provenance, source, parameters, example } = command;
	return (
		<li>
			<details>
				<summary>
					<code>{usage}</code>
					<span>{help}</span>
					<small>
						{model.title} · {verdictWords[provenance]}
					</small>
				</summary>
				{parameters.length > 0 && <Parameters parameters={parameters} />}
				<p>
					Example: <code>{example}</code>
				</p>
				<p>
					<small>Source: {source}</small>
				</p>
				<div class="buttons">
					<button type="button" onClick={() => onCheck(entry)}>
						Check the example
					</button>
					{command.dialect === model.dialect && (
						<button type="button" onClick={() => onCompose(entry)}>
							Compose
						</button>
					)}
				</div>
			</details>
		</li>
	);
}

function Parameters({ parameters }: Pick<CommandEntry, "parameters">) {
	return (
		<dl class="parameters">
			{parameters.map(({ name, label, rule, blank, role, inferred }) => (
				<div key={name}>
					<dt>{label}</dt>
					<dd>
						{rule}
						{role === "field" && `; a blank ${blank}`}
						{inferred !== null && <small> inferred: {inferred}</small>}
					</dd>
				</div>
			))}
		</dl>
	);
}
