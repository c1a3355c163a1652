import * as z from "zod";
import type { DoctorReport } from "./report.ts";

/*
 * The form of what `doctor --json` prints. It is for those who read it; what is told
 * follows from `DoctorReport`, to which the compiler holds this.
 */

const finding = z
	.strictObject({
		id: z
			.string()
			.regex(/^[a-z]+\/[a-z0-9-]+$/)
			.meta({ description: "Stable: `port/held`." }),
		verdict: z.enum(["ok", "warning", "fault"]).meta({
			description:
				"A fault keeps the panel from working; a warning will, or makes it work badly.",
		}),
		message: z.string().meta({
			description:
				"One line for people. It holds no PIN, key, password or whole number.",
		}),
		advice: z.string().nullable().meta({
			description: "What to do; null where nothing is to be done.",
		}),
	})
	.meta({ id: "DoctorFinding" });

/** What `doctor --json` prints. */
export const doctorReportSchema = z
	.strictObject({
		ok: z.boolean().meta({ description: "Whether there is no fault." }),
		findings: z.array(finding),
	})
	.meta({
		title: "What alarmpanel doctor found",
	}) satisfies z.ZodType<DoctorReport>;
