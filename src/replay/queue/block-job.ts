import * as z from "zod";
import { firstFault } from "../../derive/config-faults.ts";
import type { Rule } from "../../network/channel-rule.ts";
import { corpusForms } from "../corpus/reading.ts";
import type { RunSettings } from "../run/run-block.ts";
import type { NeededLanguage } from "./engine-version.ts";

/*
 * What a job of the queue carries. There is no text of a corpus in it: messages hold
 * PINs, and Redis keeps jobs in clear.
 */

/** A part of a file, by what is in it. */
export interface JobPiece {
	/** For reports, and the form that its ending says; no worker opens it. */
	readonly name: string;
	/** Of the whole file, in bytes. */
	readonly size: number;
	/** In bytes, up to but without `to`. */
	readonly from: number;
	readonly to: number;
	/** Of these bytes. */
	readonly sha256: string;
}

/** Settings that may travel: a quirk holds texts of a panel. */
export type JobSettings = Omit<RunSettings, "quirks" | "update">;

export interface BlockJob {
	readonly engine: string;
	/** Of all jobs of one replay. */
	readonly run: string;
	/** Which block of the run it is, from 0 on. */
	readonly block: number;
	readonly pieces: readonly JobPiece[];
	readonly settings: JobSettings;
	readonly languages: readonly NeededLanguage[];
	/** Where the corpus can be fetched; null for nowhere. */
	readonly corpusAt: string | null;
	/** Whether the hashes of ids are wanted. */
	readonly ids: boolean;
}

const whole = z.int().min(0);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().min(1).max(4096);

/** It was judged by whoever asked; a wrong one fails its block. */
const rule = z.custom<Rule>(
	(value) => typeof value === "object" && value !== null,
);

const jobSchema: z.ZodType<BlockJob> = z.strictObject({
	engine: z.string(),
	run: z.string().regex(/^[\w-]{1,64}$/),
	block: whole,
	pieces: z
		.array(
			z.strictObject({
				name,
				size: whole,
				from: whole,
				to: whole,
				sha256: hash,
			}),
		)
		.max(256),
	settings: z.strictObject({
		model: z.string(),
		reading: z.strictObject({
			form: z.enum(corpusForms).nullable(),
			columns: z.array(z.string()).nullable(),
			sent: z.boolean(),
		}),
		seed: whole,
		channel: z.array(rule),
		shard: z.strictObject({ index: whole, count: whole }).nullable(),
		filter: z.string().nullable(),
		bail: whole.nullable(),
		showSecrets: z.boolean(),
		coverage: z.boolean(),
		tellsPassed: z.boolean(),
		tellsTimeline: z.boolean(),
		tellsTimes: z.boolean(),
		marks: z.boolean(),
	}),
	languages: z.array(z.strictObject({ name: z.string(), sha256: hash })),
	corpusAt: z.url({ protocol: /^https?$/ }).nullable(),
	ids: z.boolean(),
});

/** The job in what a queue hands out, or what is wrong with it. */
export function blockJob(data: unknown): BlockJob | string {
	const read = jobSchema.safeParse(data);
	if (read.success) return read.data;
	return `this is no job of ours: ${firstFault(jobSchema, read.error, data, "all of it")}`;
}
