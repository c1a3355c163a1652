import type { Model } from "../../models/model.ts";

/** How much of a language is known, for a table. */
export interface LanguageOverview {
	readonly name: string;
	readonly title: string;
	readonly maker: string;
	readonly shape: string;
	readonly commands: number;
	/** Commands that a manual of the maker prints. */
	readonly printed: number;
	/** Commands that somebody saw at a panel. */
	readonly observed: number;
	/** Commands that are our reading. */
	readonly inferred: number;
	/** Commands whose reply is printed. */
	readonly replies: number;
	/** Commands whose reply is our reading, or known to nobody. */
	readonly repliesInferred: number;
	readonly repliesUnknown: number;
	/** Whether a manual says what happens with a wrong code. */
	readonly wrongCode: string;
	readonly severalAtOnce: boolean;
	readonly remarks: readonly string[];
}

/** The overview of a model that a file describes. */
export function languageOverview({
	language,
	...model
}: Model): LanguageOverview {
	const { file } = language ?? {};
	const rows = file?.commands ?? [];
	const answered = file?.replies.wrongCode != null ? "answered" : "silent";
	return {
		name: model.name,
		title: model.title,
		maker: file?.maker ?? "",
		shape: file?.shape ?? "",
		commands: rows.length,
		printed: rows.filter(({ mark }) => mark === "manual" || mark === "family")
			.length,
		observed: rows.filter(({ mark }) => mark === "observed").length,
		inferred: rows.filter(({ mark }) => mark === "inferred").length,
		replies: rows.filter(({ replyMark }) => replyMark === "manual").length,
		repliesInferred: rows.filter(({ replyMark }) => replyMark === "inferred")
			.length,
		repliesUnknown: rows.filter(({ replyMark }) => replyMark === "unknown")
			.length,
		wrongCode: `${answered} (${file?.silence === "manual" ? "printed" : "inferred"})`,
		severalAtOnce: (file?.envelopes ?? []).some(
			(envelope) =>
				envelope.family === "places" && envelope.calls !== undefined,
		),
		remarks: file?.remarks ?? [],
	};
}
