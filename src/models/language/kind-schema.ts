import * as z from "zod";
import { SMALLER_FIRST, separator } from "./envelope-schema.ts";

const range = z
	.tuple([z.int().min(0), z.int().max(1_000_000_000)])
	.refine(([least, most]) => least <= most, SMALLER_FIRST);
const ranges = z.array(range).min(1).max(8);

/** A kind of parameter by its name; `tuple` and `list` are made of others. */
export type KindFile =
	| { readonly integer: readonly (readonly [number, number])[] }
	| {
			readonly padded: {
				readonly width: number;
				readonly ranges: readonly (readonly [number, number])[];
			};
	  }
	| { readonly choice: readonly string[] }
	| { readonly constant: string }
	| { readonly digits: readonly [number, number] }
	| { readonly alphanumeric: readonly [number, number] }
	| { readonly letters: readonly [number, number] }
	| { readonly text: number }
	| { readonly phone: number }
	| { readonly set: string }
	| { readonly date: readonly string[] }
	| {
			readonly tuple: {
				readonly between: string;
				readonly parts: readonly KindFile[];
				readonly least?: number | undefined;
			};
	  }
	| {
			readonly list: {
				readonly between: string;
				readonly max: number;
				readonly of: KindFile;
				readonly least?: number | undefined;
			};
	  }
	| {
			readonly glued: { readonly word: string; readonly of: KindFile };
	  };

/** The schema of a kind. */
export const kindSchema: z.ZodType<KindFile> = z.lazy(() =>
	z.union([
		z.strictObject({ integer: ranges }),
		z.strictObject({
			padded: z.strictObject({ width: z.int().min(1).max(12), ranges }),
		}),
		z.strictObject({
			choice: z.array(z.string().min(1).max(40)).min(1).max(50),
		}),
		z.strictObject({ constant: z.string().max(40) }),
		z.strictObject({ digits: range }),
		z.strictObject({ alphanumeric: range }),
		z.strictObject({ letters: range }),
		z.strictObject({ text: z.int().min(1).max(160) }),
		z.strictObject({ phone: z.int().min(3).max(40) }),
		z.strictObject({ set: z.string().min(1).max(40) }),
		z.strictObject({ date: z.array(z.string().min(2).max(30)).min(1).max(4) }),
		z.strictObject({
			tuple: z.strictObject({
				between: separator,
				parts: z.array(kindSchema).min(2).max(6),
				least: z.int().min(1).max(6).optional(),
			}),
		}),
		z.strictObject({
			list: z.strictObject({
				between: separator,
				max: z.int().min(1).max(60),
				of: kindSchema,
				least: z.int().min(1).max(60).optional(),
			}),
		}),
		z.strictObject({
			glued: z.strictObject({ word: separator, of: kindSchema }),
		}),
	]),
);
