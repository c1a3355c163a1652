import type { Context } from "hono";
import type * as z from "zod";
import { hasTooManyValues, MOST_VALUES } from "../../store/json/json-fault.ts";
import { Problem, schemaErrors } from "../problem.ts";

const tooManyValues = new Problem(
	413,
	"body/too-large",
	`a body has at most ${MOST_VALUES} values`,
);

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** @throws Problem for a body that is no JSON in UTF-8 */
export async function jsonIn(c: Context): Promise<unknown> {
	const type = c.req.header("Content-Type") ?? "";
	// Forms can be sent by any page without being asked; JSON cannot.
	if (!/^application\/json\b/i.test(type))
		throw new Problem(415, "body/type", "send JSON, as application/json");
	const octets = await c.req.arrayBuffer();
	try {
		const text = utf8.decode(octets);
		const body: unknown = JSON.parse(text);
		if (hasTooManyValues(text)) throw tooManyValues;
		return body;
	} catch (error) {
		if (error instanceof Problem) throw error;
		throw new Problem(400, "body/not-json", "the body is no JSON in UTF-8");
	}
}

/**
 * What a schema makes of a body or a query.
 * @throws Problem naming every place that does not fit
 */
export function judged(
	schema: z.ZodType | undefined,
	value: unknown,
	code: "query/wrong" | "body/wrong",
): unknown {
	if (schema === undefined) return undefined;
	const read = schema.safeParse(value);
	if (read.success) return read.data;
	const what = code === "body/wrong" ? "the body" : "the query";
	throw new Problem(
		422,
		code,
		`${what} does not fit`,
		schemaErrors(read.error),
	);
}
