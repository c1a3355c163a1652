import * as z from "zod";

/** What every answer that is no success looks like. (RFC 9457) */
export const problemSchema = z
	.strictObject({
		status: z.int(),
		code: z.enum([
			"body/not-json",
			"body/too-large",
			"body/type",
			"body/wrong",
			"channel/none",
			"file/not-written",
			"host/unknown",
			"house/guarded",
			"key/wrong",
			"line/needs-real-time",
			"line/none",
			"method/unknown",
			"network/refused",
			"network/too-many",
			"network/unknown",
			"origin/foreign",
			"panel/live",
			"panel/unknown",
			"panel/too-many",
			"path/unknown",
			"model/unknown",
			"query/wrong",
			"record/none",
			"request/too-many",
			"setting/none",
			"setting/wrong",
			"site/wrong",
			"step/impossible",
			"test/again",
			"test/none",
			"time/impossible",
			"time/real",
			"token/missing",
			"message/impossible",
			"server/broken",
		]),
		title: z.string().meta({ description: "One line for people." }),
		errors: z
			.array(z.strictObject({ path: z.string(), message: z.string() }))
			.meta({ description: "Places in the body, as JSON paths." }),
	})
	.meta({ id: "Problem", description: "Why a request was refused." });

export type ProblemBody = z.infer<typeof problemSchema>;

/** A request that is refused. */
export class Problem extends Error {
	readonly body: ProblemBody;
	readonly headers: { readonly [name: string]: string };

	constructor(
		status: number,
		code: ProblemBody["code"],
		title: string,
		errors: ProblemBody["errors"] = [],
		headers: { readonly [name: string]: string } = {},
	) {
		super(title);
		this.body = { status, code, title, errors };
		this.headers = headers;
	}
}

/** What a schema says against a value. */
export function schemaErrors({ issues }: z.ZodError): ProblemBody["errors"] {
	return issues.slice(0, MOST).map(({ path, message }) => ({
		path: path.map(String).join("."),
		message,
	}));
}

/** A body of a megabyte may be wrong in as many places; the first ones say enough. */
const MOST = 20;
