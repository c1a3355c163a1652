import * as z from "zod";

/**
 * How the panel uses its modem: the part `modem` of the file. It is no part of the
 * panel's state; the options of `run` and `serve` go before it.
 */
export const modemSettingsSchema = z
	.strictObject({
		autoErase: z.boolean().exactOptional().meta({
			description:
				"Whether a full storage makes room by deleting its oldest messages; --auto-erase.",
		}),
		keepMessages: z.boolean().exactOptional().meta({
			description:
				"Whether messages stay in the modem when they are done; --keep-messages.",
		}),
		storageLimit: z.int().min(1).exactOptional().meta({
			description:
				"At how many messages the modem's storage counts as full; --storage-limit.",
		}),
		poll: z.int().min(2).max(3600).exactOptional().meta({
			description:
				"Seconds between two questions for messages, for a modem that does not announce them; --poll.",
		}),
		hourly: z.int().min(0).exactOptional().meta({
			description:
				"How many texts of one sender are heard in an hour, 30 if left out; 0 is no limit; --hourly.",
		}),
	})
	.meta({
		description:
			"How the panel uses its modem, from its next start on. Options of the command line go before it.",
	});

export type ModemSettingsOnFile = z.infer<typeof modemSettingsSchema>;
