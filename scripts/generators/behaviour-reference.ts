import { behaviourRules } from "../../src/derive/behaviour-rules.ts";
import { reactions } from "../../src/panel/alarm/reactions.ts";
import { happenings } from "../../src/panel/happenings.ts";
import {
	reportEventRow,
	reportEvents,
} from "../../src/panel/state/contact-id.ts";
import { attributes } from "../../src/panel/state/fields/attributes.ts";
import { troubleRow, troubles } from "../../src/panel/state/troubles.ts";
import { table } from "./markdown-table.ts";

/** docs/behaviour.md: what the panel does by itself. */
export function behaviourReference(): string {
	return `# Behaviour

Generated from the declarations in \`src/panel\`. The tags of the sources are those of the manuals; *inferred* is our reading where no manual says.

## Rules

${table(
	["rule", "whose word", "source", "why"],
	behaviourRules.map(({ rule, provenance, source, reason }) => [
		rule,
		provenance,
		source,
		reason,
	]),
)}

## How zones react

By attribute, in each mode and countdown. *note* is an event without an alarm. Cells with a star are inferred.

${reactionTable()}

## Troubles

Each begins and ends, and both are reported.

${table(
	["trouble", "of", "reported as", "is reported when it lasts", "source"],
	names(troubles).map((name) => {
		const { of, event, lasts, source } = troubleRow(name);
		return [name, of, event, lasts.replaceAll("-", " "), source];
	}),
)}

## Contact ID codes

\`reporting.codes\` chooses between this maker's table and the general list.

${table(
	["event", "this maker", "general", "in words", "its end", "level", "source"],
	names(reportEvents).map((name) => {
		const { climax, general, meaning, end, level, source } =
			reportEventRow(name);
		return [name, climax, general, meaning, end, level, source];
	}),
)}

## What can happen at the panel

The step language of \`alarmpanel do\`, of pipes and of transcripts (\`! zone 3 open\`).

${table(
	["step", "what happens"],
	happenings.map(({ words, help }) => [`\`${words}\``, help]),
)}
`;
}

function reactionTable(): string {
	const situations = names(reactions.burglar.to);
	return table(
		["attribute", ...situations, "source"],
		attributes.map(({ value, meaning }) => {
			const { to, inferred, source } = reactions[value];
			const cells = situations.map((situation) =>
				inferred.includes(situation) ? `${to[situation]}*` : to[situation],
			);
			return [meaning, ...cells, source];
		}),
	);
}

function names<T extends object>(of: T): readonly (keyof T)[] {
	const isName = (name: string): name is string & keyof T => name in of;
	return Object.keys(of).filter(isName);
}
