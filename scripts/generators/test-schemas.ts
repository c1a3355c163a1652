import * as z from "zod";
import { doctorReportSchema } from "../../src/doctor/report-schema.ts";
import {
	phoneTestedSchema,
	reportTestSchema,
} from "../../src/views/json/tested-schemas.ts";

/** doctor.schema.json: what `doctor --json` prints. */
export function doctorSchemaText(): string {
	return schemaText(doctorReportSchema);
}

/** people-test.schema.json: what `people test --json` prints. */
export function peopleTestSchemaText(): string {
	return schemaText(phoneTestedSchema);
}

/** report-test.schema.json: what `report test --json` prints. */
export function reportTestSchemaText(): string {
	return schemaText(reportTestSchema);
}

function schemaText(schema: z.ZodType): string {
	const shape = z.toJSONSchema(schema, { target: "draft-7" });
	return `${JSON.stringify(shape, null, "\t")}\n`;
}
