import { bind } from "../derive/bind.ts";
import { callWordingOf, composeSlots } from "../derive/compose.ts";
import type { FaultReport } from "./language/effect-faults.ts";
import { commandsFor } from "./language/language.ts";
import { nameOfRow } from "./language/language-command.ts";
import type { LanguageFile } from "./language/language-file.ts";
import type { Model } from "./model.ts";

/** A rule that a file breaks, and where in it. */
export interface LanguageFault {
	readonly path: readonly PropertyKey[];
	readonly rule: string;
}

/** Commands that go by one name. */
export function namesTwice(
	{ commands }: LanguageFile,
	report: FaultReport,
): void {
	const seen = new Set<string>();
	for (const [at, row] of commands.entries()) {
		const name = nameOfRow(row);
		if (seen.has(name))
			report(
				["commands", at],
				`there are two commands ${name}: give one a name`,
			);
		seen.add(name);
	}
}

/** Every example has to be read as the command that it is of. */
export function exampleFaults(
	file: LanguageFile,
	{ language }: Model,
	report: FaultReport,
): void {
	if (language === null) return;
	for (const [at, command] of language.commands.entries()) {
		const role =
			file.roles.find(({ name }) => name === command.row.role) ?? file.roles[0];
		const text = language.dialect.write({
			keyword: role?.keyword ?? "",
			code: String(file.settings[role?.code ?? ""]?.initial ?? ""),
			...callWordingOf(command, composeSlots(command, command.spec.example)),
		});
		const message = language.dialect.read(text);
		const path = ["commands", at, "example"];
		if (message === null) {
			report(path, `it is written ${text}, which cannot be read`);
			continue;
		}
		const meant = commandsFor(language, message).find(
			(each) => bind(each, message).diagnostics === null,
		);
		if (meant === undefined) {
			const { diagnostics } = bind(command, message);
			report(
				path,
				diagnostics?.[0]?.message ??
					`it is written ${text}, which is another command`,
			);
		} else if (meant.spec.word !== command.spec.word)
			report(
				path,
				`it is read as ${meant.spec.word}, which stands before it and fits it too`,
			);
	}
}
