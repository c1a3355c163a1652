import { howMany } from "../../how-many.ts";
/** A part of a corpus that could not be run. Plain data. */
export interface LostBlock {
	readonly file: string;
	/** Its bytes, up to but without `to`. */
	readonly from: number;
	readonly to: number;
	readonly conversations: number;
	/** The conversation that was being run; null where none was. */
	readonly at: { readonly id: string; readonly line: number } | null;
	/** Of how many files it is a part. */
	readonly files: number;
	readonly why: string;
}

/** A line for each part that was not run. */
export function lostLines(lost: readonly LostBlock[]): readonly string[] {
	return lost.map(({ file, from, to, conversations, at, files, why }) => {
		const place =
			files === 1
				? `${file}, bytes ${from} to ${to}`
				: `${file} and ${howMany(files - 1, "more file")}`;
		const where = at === null ? "" : ` at ${at.id} (${file}:${at.line})`;
		return `not run: ${howMany(conversations, "conversation")} of ${place}:${where === "" ? "" : `${where}:`} ${why}`;
	});
}
