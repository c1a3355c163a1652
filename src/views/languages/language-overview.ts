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
	/** Commands whose reply is printed. */
	readonly replies: number;
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
		replies: rows.filter(({ replyMark }) => replyMark === "manual").length,
		wrongCode: `${answered} (${file?.silence === "manual" ? "printed" : "inferred"})`,
		severalAtOnce: (file?.envelopes ?? []).some(
			(envelope) =>
				envelope.family === "places" && envelope.calls !== undefined,
		),
		remarks: file?.remarks ?? [],
	};
}
