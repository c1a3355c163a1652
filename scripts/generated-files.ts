import { ebnf, railroadSvg } from "../grammar/diagrams.ts";
import type { Dialect } from "../grammar/dialect.ts";
import { mobile } from "../grammar/mobile/dialect.ts";
import { pword } from "../grammar/pword/dialect.ts";

/** A file of the repository that is written by a program and never by hand. */
export interface GeneratedFile {
	/** From the root of the repository. */
	readonly path: string;
	content(): string | Promise<string>;
}

export const generatedFiles: readonly GeneratedFile[] = [
	...diagramsOf(pword),
	...diagramsOf(mobile),
];

function diagramsOf(dialect: Dialect): GeneratedFile[] {
	const stem = `grammar/${dialect.name}/generated/${dialect.name}`;
	return [
		{ path: `${stem}.ebnf`, content: () => ebnf(dialect) },
		{ path: `${stem}.svg`, content: () => railroadSvg(dialect) },
	];
}
