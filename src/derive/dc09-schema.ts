import * as z from "zod";
import { KEY, KEY_FORM } from "../receivers/dc09/key-form.ts";

/** A key of AES as hexadecimal digits. */
const key = z.string().regex(KEY, { error: KEY_FORM });

const seconds = (most: number) => z.int().min(1).max(most).exactOptional();

/** What the URL of a destination that is a receiver of alarms has no room for. */
export const dc09Schema = z
	.strictObject({
		destinations: z
			.array(
				z
					.strictObject({
						id: z.int().min(1).max(8).meta({
							description: "Number of the destination in reporting.",
						}),
						key: key.exactOptional().meta({
							description:
								"The key of what is encrypted, as hexadecimal digits; else ALARMPANEL_DC09_KEYS in the environment.",
						}),
						keyFile: z.string().min(1).exactOptional().meta({
							description:
								"A file with the key, for its owner only (mode 0600), beside this one unless it names a folder.",
						}),
						supervision: z.int().min(5).max(2_764_800).exactOptional().meta({
							description:
								"Seconds without another frame after which a NULL is sent; never if left out.",
						}),
						missed: z.int().min(1).max(99).exactOptional().meta({
							description:
								"NULLs in a row without an answer before the line counts as lost; 3 if left out.",
						}),
						connect: seconds(60).meta({
							description: "Most seconds for a connection; 10 if left out.",
						}),
						answer: seconds(60).meta({
							description: "Most seconds for an answer; 10 if left out.",
						}),
						tries: z.int().min(1).max(10).exactOptional().meta({
							description:
								"Tries in a row before the rule of groups and retries; 3 if left out.",
						}),
						crc: z.enum(["digits", "binary"]).exactOptional().meta({
							description:
								"How the CRC is written; binary is what some receivers want behind /SIA.",
						}),
						form: z.enum(["ADM-CID", "SIA-DCS"]).exactOptional().meta({
							description: "What is sent, where it is not what the URL says.",
						}),
					})
					.refine((one) => one.key === undefined || one.keyFile === undefined, {
						error: "key or keyFile, not both",
						path: ["keyFile"],
					}),
			)
			.max(8)
			.prefault([])
			.refine(
				(list) => new Set(list.map(({ id }) => id)).size === list.length,
				{ error: "each destination once" },
			),
		panelTime: z.boolean().exactOptional().meta({
			description:
				"Whether frames bear the panel's time in place of the machine's, for receivers in tests.",
		}),
	})
	.meta({
		description:
			"How receivers of alarms are spoken to by DC-09, from the panel's next start on.",
	});

export type Dc09OnFile = z.infer<typeof dc09Schema>;
