import * as z from "zod";
import type { CoverageReport } from "../../replay/report/coverage-report.ts";
import { shardResultSchema } from "../../replay/run/merge.ts";
import { type AnswerSchema, count } from "./answer-parts.ts";

/** What `replay --json` and the reporter `json` write. */
export const replayAnswer = shardResultSchema.extend({
	malformedLines: z
		.array(
			z.strictObject({
				file: z.string(),
				line: count,
				column: count,
				message: z.string(),
			}),
		)
		.meta({ description: "Lines that cannot be read." }),
});

export const workerAnswer = z.strictObject({ blocks: count });

const kind = z.strictObject({
	touched: count,
	of: count,
	things: z.record(z.string(), count).meta({
		description: "How often each was touched, untouched ones with 0.",
	}),
});

export const coverageAnswer = z.array(
	z.strictObject({
		model: z.string(),
		kinds: z.strictObject({
			commands: kind,
			parameters: kind,
			blanks: kind,
			attributes: kind,
			transitions: kind,
			timers: kind,
		}),
	}) satisfies AnswerSchema<CoverageReport>,
);
