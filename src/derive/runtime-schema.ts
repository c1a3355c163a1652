import { z } from "zod";
import type { Deadline, Runtime } from "../panel/state.ts";

/** The farthest that JavaScript's dates reach, in milliseconds from 1970. */
const FARTHEST = 8.64e15;

const instant = z
	.int()
	.min(-FARTHEST)
	.max(FARTHEST)
	.meta({ description: "Milliseconds since 1970-01-01T00:00:00Z." });

const count = z.int().min(1);

// Records rather than lists, so that a new word does not compile until it is here.
const modes = {
	disarm: "disarm",
	home: "home",
	away: "away",
	arming: "arming",
} as const satisfies { readonly [M in Runtime["mode"]]: M };

const deadlineKinds = { exit: "exit" } as const satisfies {
	readonly [K in Deadline["kind"]]: K;
};

/**
 * The part of the configuration that the panel writes itself. These are the
 * shapes; what has to agree with what is said in `config-rules.ts`.
 */
export const runtimeSchema = z
	.strictObject({
		mode: z.enum(modes).prefault("disarm"),
		into: z.enum(["home", "away"]).nullable().prefault(null).meta({
			description: "The mode that is being entered while `mode` is arming.",
		}),
		home: z
			.literal([1, 2, 3])
			.prefault(1)
			.meta({ description: "Which of the homes is meant by home." }),
		deadlines: z
			.array(
				z.strictObject({
					due: instant,
					kind: z.enum(deadlineKinds),
					sequence: count,
				}),
			)
			.prefault([]),
		log: z
			.array(
				z.strictObject({
					sequence: count,
					at: instant,
					event: z.string(),
					about: z.string(),
					by: z.string(),
				}),
			)
			.prefault([]),
		outgoing: z
			.array(z.strictObject({ id: count, to: z.string(), text: z.string() }))
			.prefault([]),
		guard: z
			.strictObject({
				seen: z.array(z.string()).prefault([]),
				heard: z
					.array(z.strictObject({ from: z.string(), times: z.array(instant) }))
					.prefault([]),
				wrongCodes: z
					.array(z.strictObject({ from: z.string(), count, at: instant }))
					.prefault([]),
			})
			.prefault({}),
	})
	.prefault({})
	.meta({ description: "What is going on. The panel writes this part." });
