import { shown } from "../../grammar/message/terminal-text.ts";
import type { BrokerNews } from "./broker/broker.ts";

/** What the operator is told of MQTT. It quotes no payloads. */
export type MqttNews =
	| BrokerNews
	| {
			readonly type: "ignored";
			readonly topic: string;
			readonly reason: string;
	  };

/** One line for people and logs, whatever a topic of somebody else holds. */
export function describeMqttNews(news: MqttNews): string {
	return shown(description(news));
}

function description(news: MqttNews): string {
	switch (news.type) {
		case "connected":
			return `MQTT: connected, version ${news.version}`;
		case "unreachable":
			return `MQTT: not connected: ${news.reason}; again in ${news.again / 1000} s`;
		case "lost":
			return `MQTT: the connection is lost: ${news.reason}; again in ${news.again / 1000} s`;
		case "forbidden":
			return `MQTT: the broker forbids ${news.topic}; docs/home-assistant.md has the lines of its ACL`;
		case "warning":
			return `MQTT: ${news.reason}`;
		case "ignored":
			return `MQTT: a message on ${news.topic} is ignored: ${news.reason}`;
	}
}
