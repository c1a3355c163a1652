import { randomBytes } from "node:crypto";
import type { Clock } from "../time/clock.ts";
import type { MqttVersion, OpenBroker } from "./broker/broker.ts";
import type { MqttSettings } from "./settings.ts";
import { topicsOf } from "./topics.ts";

/** What came of a message that the panel sends to itself over a broker. */
export type BrokerTrial =
	| {
			readonly type: "heard";
			readonly version: MqttVersion;
			/** Milliseconds there and back. */
			readonly took: number;
			/** Topics of commands on which a retained message lies. */
			readonly retained: readonly string[];
			/** Whether Home Assistant's birth message lies there. */
			readonly homeAssistant: boolean;
	  }
	/** The broker cannot be reached, or does not let the panel in. */
	| { readonly type: "unreachable"; readonly reason: string }
	/** It does not let the panel publish there. */
	| { readonly type: "forbidden"; readonly topic: string }
	/** Nothing came back: a subscription that is forbidden is granted, and then silent. */
	| { readonly type: "unheard"; readonly topic: string };

/**
 * Sends a message to the panel's topic for self-tests and waits for it. It has a
 * session of its own, so that a panel that runs keeps its; nothing is left at the
 * broker, and no panel does anything because of it.
 * @param patience milliseconds until it gives up
 */
export async function tryBroker(
	open: OpenBroker,
	settings: Pick<MqttSettings, "base" | "prefix" | "id">,
	clock: Clock,
	patience: number,
): Promise<BrokerTrial> {
	const topics = topicsOf(settings);
	const { selfTest, all } = topics.command;
	const nonce = randomBytes(8).toString("hex");
	const retained = new Set<string>();
	let homeAssistant = false;
	// An empty message leaves nothing there, also where the session breaks off.
	const nothing = { topic: selfTest, payload: "" };
	let version: MqttVersion | null = null;
	let sentAt = 0;
	const { promise, resolve } = deferred<BrokerTrial>();
	const broker = open({
		clientId: `alarmpanel-${settings.id}-doctor`,
		will: nothing,
		events: {
			onConnected(spoken) {
				version = spoken;
				broker.subscribe([topics.birth, all], true);
				sentAt = clock.now();
				broker.publish(selfTest, nonce, false);
			},
			onMessage({ topic, payload, retain }) {
				if (topic === topics.birth) {
					homeAssistant = Buffer.from(payload).toString() === "online";
				} else if (topic !== selfTest) {
					if (retain) retained.add(topic);
				} else if (Buffer.from(payload).toString() === nonce)
					resolve({
						type: "heard",
						version: version ?? "5",
						took: clock.now() - sentAt,
						retained: [...retained],
						homeAssistant,
					});
			},
			onNews(news) {
				if (news.type === "unreachable" || news.type === "lost")
					resolve({ type: "unreachable", reason: news.reason });
				if (news.type === "forbidden")
					resolve({ type: "forbidden", topic: news.topic });
			},
			onGone: () => {},
		},
	});
	const cancel = clock.at(clock.now() + patience, () =>
		resolve(
			version === null
				? { type: "unreachable", reason: "the broker does not answer" }
				: { type: "unheard", topic: selfTest },
		),
	);
	const trial = await promise;
	cancel();
	await broker.close(nothing);
	return trial;
}

function deferred<T>() {
	let resolve: (value: T) => void = () => {};
	const promise = new Promise<T>((settle) => {
		resolve = settle;
	});
	return { promise, resolve };
}
