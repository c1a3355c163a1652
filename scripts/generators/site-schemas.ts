import * as z from "zod";
import { toldRunSchema } from "../../src/site/told-run.ts";
import {
	dueReportSchema,
	planJsonSchema,
} from "../../src/views/sites/plan-schema.ts";

/** plan.schema.json: what `plan --json` prints. */
export function planSchemaText(): string {
	return schemaText(planJsonSchema);
}

/** apply.schema.json: each line that `apply --json` prints. */
export function applySchemaText(): string {
	return schemaText(
		z.union([
			toldRunSchema,
			z.array(dueReportSchema).meta({ description: "With --dry-run." }),
		]),
	);
}

function schemaText(schema: z.ZodType): string {
	const shape = z.toJSONSchema(schema, { target: "draft-7" });
	return `${JSON.stringify(shape, null, "\t")}\n`;
}
