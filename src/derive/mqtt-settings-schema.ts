import * as z from "zod";

/** How long an MQTT topic may be, in characters. */
const LONGEST_TOPIC = 200;

const topic = z
	.string()
	.min(1)
	.max(LONGEST_TOPIC)
	.regex(/^[^+#\0]+$/, "a topic without + and #")
	.meta({ description: "A topic without wildcards." });

const value = z.union([z.string(), z.number(), z.boolean()]);

/** Where a device says one thing about itself, and in which values. */
const signSchema = z
	.strictObject({
		topic: topic.exactOptional().meta({
			description: "Where it is said; the input's own topic if left out.",
		}),
		path: z.string().min(1).exactOptional().meta({
			description:
				"Which member of a JSON payload says it, as contact or state.open; the whole payload if left out.",
		}),
		yes: z.array(value).min(1).exactOptional().meta({
			description: "Values that say yes; on, open, true and the like else.",
		}),
		no: z.array(value).min(1).exactOptional().meta({
			description: "Values that say no; off, closed, false and the like else.",
		}),
	})
	.refine(({ yes, no }) => (yes === undefined) === (no === undefined), {
		message: "yes and no go together",
	});

const inputSchema = z
	.strictObject({
		zone: z.int().min(1).max(999).meta({
			description: "The zone that the device is in.",
		}),
		topic,
		open: signSchema.prefault({}).meta({
			description: "Whether it stands open or is set off.",
		}),
		tamper: signSchema.exactOptional().meta({
			description: "Whether its cover is open.",
		}),
		lowBattery: signSchema.exactOptional().meta({
			description: "Whether its battery is low.",
		}),
		availability: signSchema.exactOptional().meta({
			description:
				"Whether it can be reached; online and offline are known values.",
		}),
		silence: z.int().min(1).max(2_592_000).exactOptional().meta({
			description:
				"After so many seconds without a message the device is lost; never if left out.",
		}),
	})
	.meta({ description: "A device that speaks over MQTT, in a zone." });

const outputs = z
	.strictObject({
		siren: z
			.strictObject({
				topic,
				on: z.string().prefault("ON"),
				off: z.string().prefault("OFF"),
				retain: z.boolean().prefault(false),
			})
			.exactOptional()
			.meta({ description: "A siren that follows the panel's." }),
		mode: z
			.strictObject({
				topic,
				values: z.record(z.string(), z.string()).prefault({}).meta({
					description:
						"What is said of each state, as armed_away; the state's own word if left out.",
				}),
				retain: z.boolean().prefault(false),
			})
			.exactOptional()
			.meta({ description: "A device that follows the panel's mode." }),
	})
	.prefault({})
	.meta({ description: "Devices that follow the panel." });

const word = z
	.string()
	.max(60)
	.regex(/^[\w-]+(\/[\w-]+)*$/, "letters, digits, _, - and / between them");

/**
 * The panel as a device of MQTT: the part `integrations.mqtt` of the file. The
 * password stands in no file of the panel's: it comes from the environment or from
 * a file of its own.
 */
export const mqttSettingsSchema = z
	.strictObject({
		url: z.string().exactOptional().meta({
			description: "The broker, as mqtts://broker.lan:8883; --mqtt.",
		}),
		id: z
			.string()
			.regex(/^[0-9a-f]{8}$/, "8 hexadecimal digits")
			.exactOptional()
			.meta({
				description:
					"Tells the panel from others for good. It is drawn once; entities follow it.",
			}),
		name: z.string().min(1).max(60).exactOptional().meta({
			description: "What the device is called; House if left out.",
		}),
		user: z.string().min(1).exactOptional().meta({
			description: "Who the panel is at the broker; --mqtt-user.",
		}),
		passwordFile: z.string().min(1).exactOptional().meta({
			description:
				"A file with the password, for its owner alone; --mqtt-password-file.",
		}),
		caFile: z.string().min(1).exactOptional().meta({
			description:
				"The certificate of the authority that signed the broker's; --mqtt-ca.",
		}),
		prefix: word.prefault("homeassistant").meta({
			description: "Where Home Assistant looks for devices.",
		}),
		base: word.prefault("alarmpanel").meta({
			description: "Where the panel's own topics begin.",
		}),
		armWithoutCode: z.boolean().prefault(true).meta({
			description: "Whether arming needs no PIN; disarming always does.",
		}),
		allowBypass: z.boolean().prefault(false).meta({
			description: "Whether zones may be left out over MQTT, while disarmed.",
		}),
		tellSilent: z.boolean().prefault(false).meta({
			description:
				"Whether duress and silent panic are told as events; whoever forces somebody may see them too.",
		}),
		currency: z
			.string()
			.regex(/^[A-Z]{3}$/, "three capitals, as EUR")
			.exactOptional()
			.meta({ description: "Of the SIM's credit, which is told then." }),
		inputs: z
			.array(inputSchema)
			.prefault([])
			.superRefine((inputs, context) => {
				inputs.forEach(({ zone }, at) => {
					if (inputs.findIndex((each) => each.zone === zone) !== at)
						context.addIssue({
							code: "custom",
							path: [at, "zone"],
							message: `zone ${zone} has one input only`,
						});
				});
			}),
		outputs,
	})
	.superRefine(({ url }, context) => {
		const why = url === undefined ? null : whyNoBroker(url);
		if (why !== null)
			context.addIssue({ code: "custom", path: ["url"], message: why });
		else if (url !== undefined && new URL(url).password !== "")
			context.addIssue({
				code: "custom",
				path: ["url"],
				message:
					"no password here: ALARMPANEL_MQTT_PASSWORD or passwordFile has it",
			});
	})
	.meta({ description: "The panel as a device of MQTT, while it is served." });

export type MqttOnFile = z.infer<typeof mqttSettingsSchema>;

/** Why a text names no broker; null where it does. It quotes no text: that may hold a password. */
export function whyNoBroker(url: string): string | null {
	if (!URL.canParse(url)) return "a URL, as mqtts://broker.lan:8883";
	const { protocol, hostname, pathname, search, hash } = new URL(url);
	if (protocol !== "mqtt:" && protocol !== "mqtts:")
		return "mqtt:// or, with TLS, mqtts://";
	if (hostname === "") return "it names no host";
	return /^\/?$/.test(pathname) && search === "" && hash === ""
		? null
		: "nothing behind the port";
}
