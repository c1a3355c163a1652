import { plain } from "../../grammar/plain/dialect.ts";
import { script } from "../../grammar/script/dialect.ts";
import type { PlainCommand } from "../../src/commands/plain/plain-command.ts";
import { wordForm } from "../../src/commands/plain/word-form.ts";
import { plainCommands } from "../../src/commands/plain/words.ts";
import { ruleOf } from "../../src/derive/bind.ts";
import type { BoundCommand, Slot } from "../../src/derive/bound-command.ts";
import { blankEffect, usage } from "../../src/derive/usage.ts";
import { models } from "../../src/models/models.ts";
import { plainWordRows } from "../../src/panel/state/plain-words.ts";

const provenances = {
	manual: "printed in this model's manual",
	family: "printed for another model of this maker with the same message shape",
	inferred: "our reading",
	extension: "ours; no real panel knows it",
};

/** docs/commands.md: every command of every model. */
export function commandReference(): string {
	const parts = models.map(({ name, title, aliases, dialect, commands }) =>
		[
			`## ${title}`,
			`Model \`${[name, ...aliases].join("`, `")}\`, messages of the shape \`${dialect.shape}\`.`,
			...[...commands.values()].map(section),
		].join("\n\n"),
	);
	const people = `## People, in plain words

Every model, for people on the panel's list (\`people add\`): messages of the shape \`${plain.shape}\`, in any case, the PIN first or last. What a word needs can be set, and words can be given aliases.

| word | | right | needs | waits for the minimum delay |
| --- | --- | --- | --- | --- |
${plainCommands.map(plainRow).join("\n")}

A PIN is the person's own. A word that needs a code is answered with a question; the reply is a one-time code of six digits and the PIN.

## Scripts

\`${script.shape}\` runs a list of the panel's own commands, from a listed number that knows the secret. Texts with spaces stand in straight quotes; variables all have values or none has. [people.md](people.md#scripts) says what a script is. *extension* (RouterOS)`;
	const legend = Object.entries(provenances)
		.map(([word, meaning]) => `*${word}*: ${meaning}`)
		.join(" · ");
	return `# Commands

Generated from the declarations in \`src/commands\` and \`src/models\`. ${legend}. The tags of the sources are those of the manuals: VST the VST-2735 series, MZ57 and MZ58 the MZ-1, V067 the VESTA-067, CR18 and CR21 the CR200, MM85 the Mobile Mates, ML58 the Mobile Lite, VIM the Vimar 03890.

${[...parts, people].join("\n\n")}
`;
}

function plainRow(command: PlainCommand): string {
	const { right, confirmation, delayed } = plainWordRows[command.word];
	const form = wordForm(command, confirmation);
	return `| \`${form}\` | ${command.help} | ${right ?? ""} | ${confirmation} | ${delayed ? "yes" : ""} |`;
}

function section(command: BoundCommand): string {
	const { spec, provenance, slots } = command;
	const head = `### \`${usage(command)}\`\n\n${spec.help} *${provenance}* (${spec.source})`;
	if (slots.length === 0) return head;
	return `${head}

| parameter | rule | a blank | |
| --- | --- | --- | --- |
${slots.map(row).join("\n")}`;
}

function row(slot: Slot): string {
	const { parameter, label } = slot;
	const cells = [
		slot.name === label ? `\`${slot.name}\`` : `\`${slot.name}\` ${label}`,
		ruleOf(slot),
		blankEffect(slot),
		parameter.inferred === null ? "" : `inferred: ${parameter.inferred}`,
	];
	return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
