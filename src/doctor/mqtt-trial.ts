import { randomBytes } from "node:crypto";
import { connectAsync, type MqttClient } from "mqtt";
import { reasonOfBroker } from "../mqtt/broker/broker-reason.ts";
import { systemClock } from "../time/system-clock.ts";
import { wait } from "../time/wait.ts";
import type { BrokerTrial } from "./world.ts";

export interface BrokerTrialParts {
	readonly url: string;
	readonly topic: string | null;
	readonly user: string | undefined;
	readonly password: string | undefined;
	/** PEM. */
	readonly ca: string | undefined;
}

/** Milliseconds for each thing that is asked: a check has three seconds. */
const PATIENCE = 2000;

/** The broker of a panel's file, with MQTT 5: only that says what is forbidden. */
export function brokerTrial(parts: BrokerTrialParts): BrokerTrial {
	const { url, topic, user, password, ca } = parts;
	let client: MqttClient | null = null;
	return {
		url,
		topic,
		async connect() {
			try {
				client = await connectAsync(
					url,
					{
						// Not the panel's own, which would be pushed out.
						clientId: `alarmpanel-doctor-${randomBytes(4).toString("hex")}`,
						...{ protocolVersion: 5, clean: true },
						...{ reconnectPeriod: 0, connectTimeout: PATIENCE },
						...(user === undefined ? {} : { username: user }),
						...(password === undefined ? {} : { password }),
						...(ca === undefined ? {} : { ca }),
					},
					false,
				);
				return null;
			} catch (error) {
				return reasonOfBroker(error);
			}
		},
		async roundTrip(own) {
			if (client === null) return "lost";
			const open = client;
			const nonce = randomBytes(8).toString("hex");
			const arrived = new Promise<"arrived">((resolve) =>
				open.on("message", (_, payload) => {
					if (payload.toString() === nonce) resolve("arrived");
				}),
			);
			const refused = (async () => {
				try {
					await open.subscribeAsync(own, { qos: 1 });
					await open.publishAsync(own, nonce, { qos: 1 });
				} catch {
					return "refused" as const;
				}
				return await new Promise<never>(() => {});
			})();
			const late = new AbortController();
			const lost = wait(systemClock, PATIENCE, late.signal).then(
				() => "lost" as const,
			);
			return await Promise.race([arrived, refused, lost]).finally(() =>
				late.abort(),
			);
		},
		async close() {
			await client?.endAsync(true);
		},
	};
}
