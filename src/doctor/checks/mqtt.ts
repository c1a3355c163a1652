import { type CheckGroup, fault, ok, warning } from "../finding.ts";

/** The broker: whether it lets the panel in, and whether what it publishes arrives. */
export const mqtt: CheckGroup = {
	name: "mqtt",
	async *check({ broker }) {
		const trial = await broker();
		if (trial === null) return;
		try {
			const why = await trial.connect();
			if (why !== null) {
				yield fault(
					"mqtt/login",
					`the broker ${trial.url} does not let the panel in: ${why}`,
					/user or password/.test(why)
						? "correct ALARMPANEL_MQTT_USER and ALARMPANEL_MQTT_PASSWORD, or integrations.mqtt; mosquitto_passwd sets the broker's"
						: "check that the broker runs, its host, port and certificate; mqtts:// is for TLS",
				);
				return;
			}
			yield ok("mqtt/login", `the broker ${trial.url} lets the panel in`);
			if (trial.topic === null) {
				yield warning(
					"mqtt/round-trip",
					"the panel has no topics yet, so none was tried",
					"alarmpanel serve draws its id at the first start",
				);
				return;
			}
			const came = await trial.roundTrip(trial.topic);
			yield came === "arrived"
				? ok("mqtt/round-trip", "what the panel publishes arrives")
				: fault(
						"mqtt/round-trip",
						came === "refused"
							? `the broker forbids the panel to publish on ${trial.topic}`
							: `what the panel publishes on ${trial.topic} does not arrive: it may not read there`,
						`in the broker's list of who may do what: topic readwrite ${trial.topic}, and topic read ${trial.topic.replace(/self-test$/, "#")}`,
					);
		} finally {
			await trial.close();
		}
	},
};
