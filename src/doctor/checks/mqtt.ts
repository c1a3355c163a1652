import { shellWord } from "../../../grammar/message/shell-word.ts";
import { type CheckGroup, fault, ok, warning } from "../finding.ts";

/** The broker: whether it lets the panel in, and whether what it publishes arrives. */
export const mqtt: CheckGroup = {
	name: "mqtt",
	tells: ["mqtt"],
	async *check({ broker }) {
		const tried = await broker();
		if (tried === null) return;
		const { url, trial } = tried;
		if (trial === null) {
			yield warning(
				"mqtt/round-trip",
				"the panel has no topics yet, so the broker was not tried",
				"alarmpanel serve draws its id at the first start",
			);
			return;
		}
		if (trial.type === "unreachable") {
			yield fault(
				"mqtt/login",
				`the broker ${url} does not let the panel in: ${trial.reason}`,
				/user or password/.test(trial.reason)
					? "correct ALARMPANEL_MQTT_USER and ALARMPANEL_MQTT_PASSWORD, or integrations.mqtt; mosquitto_passwd sets the broker's"
					: "check that the broker runs, its host, port and certificate; mqtts:// is for TLS",
			);
			return;
		}
		yield ok("mqtt/login", `the broker ${url} lets the panel in`);
		if (trial.type === "heard") {
			yield ok(
				"mqtt/round-trip",
				`what the panel publishes arrives after ${trial.took} ms`,
			);
			yield ok(
				"mqtt/home-assistant",
				trial.homeAssistant
					? "Home Assistant has said there that it is online"
					: "Home Assistant has left no word there: its birth message is not retained, or it has another prefix or broker",
			);
			for (const topic of trial.retained)
				yield warning(
					"mqtt/retained",
					`a retained command lies on ${topic}; it is never carried out, and whoever sends it is set up wrong`,
					`clear it: mosquitto_pub -r -n -t ${shellWord(topic)}; send commands without retain`,
				);
			return;
		}
		const { topic } = trial;
		yield fault(
			"mqtt/round-trip",
			trial.type === "forbidden"
				? `the broker forbids the panel to publish on ${topic}`
				: `what the panel publishes on ${topic} does not arrive: it may not read there`,
			`in the broker's list of who may do what: topic readwrite ${topic}, and topic read ${topic.replace(/self-test$/, "#")}`,
		);
	},
};
