import { verbs } from "../../src/cli/verbs.ts";

/** The README's table of verbs. */
export function verbTable(): string {
	const rows = verbs.map(
		({ command, describe }) =>
			`| \`${command.replaceAll("|", "\\|")}\` | ${describe.replaceAll("|", "\\|")} |`,
	);
	return ["| verb | does |", "| --- | --- |", ...rows].join("\n");
}
