import * as z from "zod";
import type { WantedLine } from "../../device/line-network.ts";
import type { WantedTime } from "../held/held-time.ts";
import { Problem } from "../problem.ts";

/** Phone lines of a network that is made. */
export const wantedLines = z
	.array(
		z
			.strictObject({
				number: z
					.string()
					.regex(/^\+?[0-9]{1,20}$/)
					.meta({ description: "Of the line." }),
				kind: z.enum(["in-process", "tcp", "pty"]).meta({
					description:
						"in-process: bytes over this API; tcp and pty: for programs of this machine, in real time.",
				}),
				pin: z
					.string()
					.regex(/^[0-9]{4,8}$/)
					.optional()
					.meta({ description: "Of its SIM card; it asks for none without." }),
				sim: z.boolean().default(true).meta({
					description: "Whether there is a SIM card.",
				}),
				storage: z.int().min(1).max(255).default(30).meta({
					description: "Places for messages on the SIM card.",
				}),
				credit: z.string().max(160).optional().meta({
					description: "What the network answers to *100#.",
				}),
			})
			.meta({ id: "WantedLine" }),
	)
	.max(10);

/** @throws Problem for a line that needs another time */
export function linesOf(
	wanted: z.infer<typeof wantedLines>,
	time: WantedTime,
): readonly WantedLine[] {
	const numbers = new Set(wanted.map(({ number }) => number));
	if (numbers.size < wanted.length)
		throw new Problem(422, "body/wrong", "lines: two have the same number");
	return wanted.map(({ number, kind, pin, sim, storage, credit }) => {
		if (kind !== "in-process" && time !== "real")
			throw new Problem(
				400,
				"line/needs-real-time",
				`lines: a program at a ${kind} line waits in real time; make it with "time": "real"`,
			);
		return {
			number,
			kind,
			equipment: {
				sim: { pin: pin ?? null, inserted: sim },
				capacity: { SM: storage },
				...(credit === undefined
					? {}
					: {
							ussd: (code: string) =>
								code === "*100#" ? { text: credit, status: 0 as const } : null,
						}),
			},
		};
	});
}
