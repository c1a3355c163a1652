import type { Model } from "../../models/model.ts";
import { type ModelOverview, modelOverview } from "./model-overview.ts";

/** How much of another maker's language is known, for a table. */
export interface LanguageOverview extends ModelOverview {
	readonly maker: string;
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
export function languageOverview(model: Model): LanguageOverview {
	const { file } = model.language ?? {};
	const rows = file?.commands ?? [];
	const answered = file?.replies.wrongCode != null ? "answered" : "silent";
	return {
		...modelOverview(model),
		maker: file?.maker ?? "",
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
