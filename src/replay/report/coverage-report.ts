import { modelNamed } from "../../models/models.ts";
import { coverable } from "../play/coverable.ts";
import {
	type Coverage,
	type CoverageKind,
	coverageKinds,
} from "../play/coverage.ts";

/** What a corpus touches of one model, and all that it could. Plain data. */
export interface CoverageReport {
	readonly model: string;
	readonly kinds: {
		readonly [K in CoverageKind]: {
			readonly touched: number;
			readonly of: number;
			/** How often each was touched, untouched ones with 0. */
			readonly things: { readonly [thing: string]: number };
		};
	};
}

/** Of every model that a corpus speaks to. */
export function coverageReports(coverage: Coverage): readonly CoverageReport[] {
	return Object.entries(coverage)
		.toSorted(([a], [b]) => (a < b ? -1 : 1))
		.flatMap(([name, counts]) => {
			const model = modelNamed(name);
			if (model === undefined) return [];
			const all = coverable(model);
			const report = (kind: CoverageKind) => {
				const things = Object.fromEntries(
					all[kind].map((thing) => [thing, counts[kind][thing] ?? 0]),
				);
				const touched = Object.values(things).filter((times) => times > 0);
				return { touched: touched.length, of: all[kind].length, things };
			};
			const kinds = {
				commands: report("commands"),
				parameters: report("parameters"),
				blanks: report("blanks"),
				attributes: report("attributes"),
				transitions: report("transitions"),
				timers: report("timers"),
			};
			return [{ model: name, kinds }];
		});
}

/** The same as a table; each row lists what is not touched. */
export function coverageText(coverage: Coverage, width = 80): string {
	return coverageReports(coverage)
		.map(({ model, kinds }) => {
			const rows = coverageKinds.flatMap((kind) => {
				const { touched, of, things } = kinds[kind];
				if (of === 0) return [];
				const share = Math.floor((100 * touched) / of);
				const missing = Object.keys(things).filter(
					(thing) => things[thing] === 0,
				);
				const row = `  ${kind.padEnd(12)}${String(touched).padStart(5)} of ${String(of).padStart(4)}${`${share} %`.padStart(7)}`;
				return [row, ...wrapped("not: ", missing, width)].join("\n");
			});
			return `coverage of ${model}\n${rows.join("\n")}\n`;
		})
		.join("\n");
}

const INDENT = "      ";

function wrapped(
	head: string,
	words: readonly string[],
	width: number,
): string[] {
	if (words.length === 0) return [];
	const lines: string[] = [];
	let line = INDENT + head;
	for (const [at, word] of words.entries()) {
		const piece = `${word}${at < words.length - 1 ? "," : ""}`;
		if (line.trim() !== head.trim() && line.length + piece.length > width) {
			lines.push(line.trimEnd());
			line = INDENT + " ".repeat(head.length);
		}
		line += `${piece} `;
	}
	return [...lines, line.trimEnd()];
}
