import { howMany } from "../../how-many.ts";
import type { DigestDifferences } from "./digest-comparison.ts";

/** How a run compares with one of another version. */
export interface ComparedRun extends DigestDifferences {
	readonly file: string;
	/** The version that wrote it. */
	readonly engine: string;
}

/** What differs, in lines. */
export function comparedLines(compared: ComparedRun): readonly string[] {
	const { file, engine, blocks, conversations, unnamed } = compared;
	if (blocks === 0) return [`the same as in ${file}, of version ${engine}`];
	return [
		`differs from ${file}, of version ${engine}, in ${howMany(blocks, "block")}:`,
		...conversations.map(({ id, file: at, line }) => `  ${id} (${at}:${line})`),
		...(unnamed === 0 ? [] : [`  and more, in ${howMany(unnamed, "block")}`]),
	];
}
