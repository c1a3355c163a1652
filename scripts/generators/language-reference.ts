import { ruleOf } from "../../src/derive/bind.ts";
import { callWordingOf, composeSlots } from "../../src/derive/compose.ts";
import { blankEffect, usage } from "../../src/derive/usage.ts";
import { credentialsOf } from "../../src/firmware/answer/authorise.ts";
import type { LanguageCommand } from "../../src/models/language/language-command.ts";
import { languageNames } from "../../src/models/language-files.ts";
import type { Model } from "../../src/models/model.ts";
import { knownModel } from "../../src/models/models.ts";
import { factoryState } from "../../src/panel/state/state.ts";
import { languageOverview } from "../../src/views/languages/language-overview.ts";
import { neighboursOf } from "../../src/views/languages/neighbours.ts";

export const languageModels: readonly Model[] = languageNames.map((name) =>
	knownModel(name, (rule) => new RangeError(rule)),
);

/** docs/dialects/README.md: all languages in a table. */
export function languageTable(): string {
	const rows = languageModels.map((model) => {
		const { name, title, shape, ...known } = languageOverview(model);
		const cells = [
			...[`[${name}](${name}.md)`, title, `\`${shape}\``, known.commands],
			...[known.printed, known.observed, known.inferred, known.replies],
			...[known.repliesInferred, known.repliesUnknown, known.wrongCode],
		];
		return `| ${cells.join(" | ")} |`;
	});
	const total = languageModels
		.map(languageOverview)
		.reduce((sum, { commands }) => sum + commands, 0);
	return `# Other makers' panels

Each is one file of \`src/models/dialects/\`, made from public manuals. \`--model NAME\` checks, composes and simulates it. What is not printed is our reading and marked *inferred*.

There are ${total} commands of ${languageModels.length} languages. Of each it is told how many a manual prints, how many were seen at a panel, and how many are our reading; and the same of what they answer.

| model | panel | messages | commands | printed | observed | inferred | replies printed | replies inferred | replies unknown | a wrong code |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join("\n")}

Where manuals contradict each other, the contradiction stands on the page of the language.

A panel that is not here can be described by a file of your own: \`alarmpanel dialect check my-panel.json\` says what is wrong with it, with line and column, and every verb takes it as \`--dialect my-panel.json\`. [CONTRIBUTING.md](../../CONTRIBUTING.md#a-language-of-another-maker) says what is in a file.
`;
}

/** docs/dialects/NAME.md: every command of one language. */
export function languageReference(model: Model): string {
	const { language, title, name } = model;
	if (language === null) throw new TypeError(`${name} has no file`);
	const { file, commands } = language;
	const remarks = (file.remarks ?? []).map((remark) => `- ${remark}`);
	const sources = Object.entries(file.sources).map(
		([tag, source]) => `- ${tag}: ${source.title}, <${source.url}>`,
	);
	return [
		`# ${title}`,
		`Model \`${name}\`, messages of the shape \`${file.shape}\`${file.fold === true ? ", in any case" : ""}.`,
		...(file.joined === undefined
			? []
			: [
					`Several commands may stand in one message: *${file.joined.mark}* (${file.joined.source}). A plan joins them.`,
				]),
		...(remarks.length === 0 ? [] : [remarks.join("\n")]),
		...commands.map((command) => section(model, command)),
		...neighbours(model),
		"## Settings",
		"What the simulated panel keeps, by the names that a site gives them under `stored.language`.",
		Object.entries(file.settings)
			.map(([setting, { label, kind, initial, count }]) => {
				const names =
					count === undefined
						? `\`${setting}\``
						: `\`${setting}1\` to \`${setting}${count}\``;
				const first =
					language.settings.fields[
						count === undefined ? setting : `${setting}1`
					];
				const rule =
					first === undefined ? Object.keys(kind)[0] : first.kind.rule;
				return `- ${names}: ${label}, ${rule}; at first ${initial === "" ? "empty" : `\`${initial}\``}`;
			})
			.join("\n"),
		"## Sources",
		sources.join("\n"),
	]
		.join("\n\n")
		.concat("\n");
}

/** Messages that one slip of the thumb turns into others that do something. */
function neighbours(model: Model): readonly string[] {
	const found = neighboursOf(model).map(
		({ command, text, slip }) =>
			`- \`${text}\` (${command.spec.word}, *${command.row.class}*) becomes \`${slip.text}\` (${slip.command.spec.word}, *${slip.command.row.class}*)`,
	);
	return found.length === 0
		? []
		: [
				"## One slip apart",
				"A key that is missed or hit twice makes another command of these. `check` says so of each message.",
				found.join("\n"),
			];
}

function section(model: Model, command: LanguageCommand): string {
	const { spec, row, provenance, slots } = command;
	const factory = factoryState(model.name, model.sections);
	const example = model.dialect.write({
		...credentialsOf(model, factory, command),
		...callWordingOf(command, composeSlots(command, spec.example)),
	});
	const parameters = slots.map(
		(slot) =>
			`- \`${slot.name}\`: ${ruleOf(slot)}${slot.parameter.role === "field" ? `; a blank ${blankEffect(slot)}` : ""}`,
	);
	const replies = Object.entries(row.reply ?? {})
		.filter(([, text]) => text != null)
		.map(
			([outcome, text]) =>
				`${outcome} \`${String(text).replaceAll("\n", "⏎")}\``,
		);
	return [
		`## ${spec.word}`,
		`\`${usage(command)}\``,
		`${spec.help} *${row.class}*, *${provenance}* (${spec.source})`,
		...(row.observed === undefined
			? []
			: [
					`Seen at a ${row.observed.model}, firmware ${row.observed.firmware}, on ${row.observed.date}.`,
				]),
		...(parameters.length === 0 ? [] : [parameters.join("\n")]),
		`Example: \`${example}\``,
		...(replies.length === 0
			? []
			: [`Replies (${row.replyMark}): ${replies.join(", ")}`]),
	].join("\n\n");
}
