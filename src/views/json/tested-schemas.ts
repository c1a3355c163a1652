import * as z from "zod";
import type { PhoneTested } from "../../device/control/test-phone.ts";
import {
	arrivals,
	type TestedDestination,
} from "../../firmware/test-report.ts";
import { diagnosticCodes } from "../../parameters/diagnostic-codes.ts";

/*
 * The form of what tests of a panel's ways out come to. It is for those who read it;
 * what is told follows from the types, to which the compiler holds this.
 */

const code = z.enum(
	Object.keys(diagnosticCodes) as (keyof typeof diagnosticCodes)[],
);
const why = {
	code,
	message: z.string().meta({ description: "One line for people." }),
	hint: z.string().nullable(),
};
const REFUSED = "Why nothing was sent; null where it was.";

/** Of one destination. */
export const testedDestinationSchema = z.strictObject({
	destination: z.int(),
	refusal: z
		.strictObject({ ...why, parameter: z.string().nullable() })
		.nullable()
		.meta({ description: REFUSED }),
	reached: z.boolean(),
	arrival: z.enum(arrivals).meta({
		description:
			"delivered: the receiver has acknowledged it; sent: the network has taken the text, and whether it arrived is not known; failed: it did not leave, or was refused; unanswered: nothing came back, and it may have arrived.",
	}),
	said: z.string().meta({
		description:
			"ACK in 12 ms, or why it was not taken, or is not known to be.",
	}),
}) satisfies z.ZodType<TestedDestination>;

/** What `report test --json` prints. */
export const reportTestSchema = z
	.array(testedDestinationSchema)
	.meta({ title: "What came of test reports, one for each destination" });

const milliseconds = z.number().min(0).nullable();

/** What `people test --json` prints. */
export const phoneTestedSchema = z
	.strictObject({
		refusal: z.strictObject(why).nullable().meta({ description: REFUSED }),
		sms: z.int().min(0).meta({ description: "SMS that it took." }),
		sentAfter: milliseconds.meta({
			description:
				"Milliseconds until the network took it; null where it did not.",
		}),
		deliveredAfter: milliseconds.meta({
			description: "Milliseconds until its delivery report; null for none.",
		}),
		reason: z.string().nullable().meta({
			description: "Why it was not sent or not delivered; null where it was.",
		}),
	})
	.meta({
		title: "What came of a text to a person",
	}) satisfies z.ZodType<PhoneTested>;
