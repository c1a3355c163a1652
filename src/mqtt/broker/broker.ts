import type { MqttMessage } from "../commands/read-command.ts";

/** A connection to a broker that is made again for ever. */
export interface Broker {
	/**
	 * Asks for the messages on some topics. `stored` are those that the broker would
	 * also send what lies there for.
	 */
	subscribe(topics: readonly string[], stored: boolean): void;
	/** Publishes with QoS 1, in the order of the calls; dropped while there is no connection. */
	publish(topic: string, payload: string, retain: boolean): void;
	/** Ends it for good, once `last` has arrived or a second has passed. */
	close(last: {
		readonly topic: string;
		readonly payload: string;
	}): Promise<void>;
}

/** What is heard of a broker. */
export interface BrokerEvents {
	/** A session without a past has begun: nothing is subscribed to. */
	readonly onConnected: (version: MqttVersion) => void;
	readonly onMessage: (message: MqttMessage) => void;
	readonly onNews: (news: BrokerNews) => void;
	/** The connection is gone. */
	readonly onGone: () => void;
}

export type MqttVersion = "5" | "3.1.1";

export type BrokerNews =
	| { readonly type: "connected"; readonly version: MqttVersion }
	/** Milliseconds to the next try. */
	| {
			readonly type: "unreachable" | "lost";
			readonly reason: string;
			readonly again: number;
	  }
	| { readonly type: "forbidden"; readonly topic: string }
	| { readonly type: "warning"; readonly reason: string };

/** Opens the connection of one panel. */
export type OpenBroker = (options: {
	/** By which the broker knows the panel: one session at a time. */
	readonly clientId: string;
	/** Published by the broker, retained, where the panel goes without a word. */
	readonly will: { readonly topic: string; readonly payload: string };
	readonly events: BrokerEvents;
}) => Broker;
