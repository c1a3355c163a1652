import { howMany } from "../../how-many.ts";
import type { Model } from "../../models/model.ts";
import type { Provenance } from "../../parameters/provenance.ts";
import { wrapped } from "../words/wrapped.ts";
import { modelJson } from "./model-json.ts";

/** A model, and how many of its commands are printed, seen or read by us. */
export interface ModelOverview extends ReturnType<typeof modelJson> {
	readonly commands: number;
	/** Commands that a manual of the maker prints, for this model or a sister. */
	readonly printed: number;
	/** Commands that somebody saw at a panel. */
	readonly observed: number;
	/** Commands that are our reading. */
	readonly inferred: number;
	/** Commands that only this product has. */
	readonly extension: number;
}

/** The overview of any model; plain words are no commands of a model. */
export function modelOverview(model: Model): ModelOverview {
	const marks = [...model.commands.values()].map(
		({ provenance }) => provenance,
	);
	const marked = (...wanted: readonly Provenance[]) =>
		marks.filter((mark) => wanted.includes(mark)).length;
	return {
		...modelJson(model),
		commands: marks.length,
		printed: marked("manual", "family"),
		observed: marked("observed"),
		inferred: marked("inferred"),
		extension: marked("extension"),
	};
}

/**
 * Models one below the other: the names, the products, how their messages are built and
 * how many of their commands are printed.
 * @param columns that a line may take
 */
export function modelsText(
	overviews: readonly ModelOverview[],
	columns: number,
): string {
	const names = overviews.map(({ name, aliases }) =>
		[name, ...aliases].join(", "),
	);
	const width =
		names.reduce((most, { length }) => Math.max(most, length), 0) + 2;
	return overviews
		.map((overview, at) => {
			const { title, shape, commands } = overview;
			const counts = countsText(overview);
			const more = `${shape}; ${howMany(commands, "command")}: ${counts}`;
			return [`${names[at]?.padEnd(width)}${title}`, " ".repeat(width) + more]
				.map((line) => wrapped(line, columns, width))
				.join("\n");
		})
		.join("\n");
}

/** `16 printed, 2 our reading`. */
function countsText(overview: ModelOverview): string {
	const { printed, observed, inferred, extension } = overview;
	const counts: readonly (readonly [count: number, what: string])[] = [
		[printed, "printed"],
		[observed, "seen at a panel"],
		[inferred, "our reading"],
		[extension, "only here"],
	];
	return counts
		.filter(([count]) => count > 0)
		.map((count) => count.join(" "))
		.join(", ");
}
