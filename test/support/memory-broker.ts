/**
 * A broker in memory, as MQTT 5 has it for the panel: retained messages, wills, and
 * clients that see everything. What a real one does is shown in test/clients/.
 */
import type {
	BrokerEvents,
	BrokerNews,
	OpenBroker,
} from "../../src/mqtt/broker/broker.ts";

export interface Published {
	readonly topic: string;
	readonly payload: string;
	readonly retain: boolean;
}

interface Session {
	readonly filters: Set<string>;
	readonly will: { readonly topic: string; readonly payload: string } | null;
	readonly hear: (message: Published) => void;
}

export class MemoryBroker {
	/** What lies at the broker, by topic. */
	readonly retained = new Map<string, string>();
	/** Everything that was ever published, in order. */
	readonly published: Published[] = [];
	readonly #sessions = new Map<string, Session>();
	readonly #panels = new Map<string, BrokerEvents>();

	/** For a panel. */
	readonly open: OpenBroker = ({ clientId, will, events }) => {
		this.#panels.set(clientId, events);
		queueMicrotask(() => this.#connect(clientId, will));
		return {
			subscribe: (topics, stored) => this.subscribe(clientId, topics, stored),
			publish: (topic, payload, retain) => {
				if (this.#sessions.has(clientId)) this.publish(topic, payload, retain);
			},
			close: async ({ topic, payload }) => {
				if (this.#sessions.delete(clientId)) this.publish(topic, payload, true);
				this.#panels.delete(clientId);
			},
		};
	};

	/** Another program, which is told all that it subscribes to. */
	join(clientId: string, hear: (message: Published) => void): void {
		this.#sessions.set(clientId, { filters: new Set(), will: null, hear });
	}

	subscribe(clientId: string, filters: readonly string[], stored = true): void {
		const session = this.#sessions.get(clientId);
		if (session === undefined) return;
		for (const filter of filters) {
			session.filters.add(filter);
			if (!stored) continue;
			for (const [topic, payload] of this.retained)
				if (fits(filter, topic)) session.hear({ topic, payload, retain: true });
		}
	}

	publish(topic: string, payload: string, retain = false): void {
		const message = { topic, payload, retain };
		this.published.push(message);
		if (retain && payload === "") this.retained.delete(topic);
		else if (retain) this.retained.set(topic, payload);
		for (const { filters, hear } of [...this.#sessions.values()])
			if ([...filters].some((filter) => fits(filter, topic))) hear(message);
	}

	/** A message to a panel once more, as a broker says it that missed the acknowledgement. */
	sayAgain(clientId: string, topic: string, payload: string): void {
		const octets = Buffer.from(payload);
		const message = { topic, payload: octets, retain: false, isAgain: true };
		this.#panels.get(clientId)?.onMessage(message);
	}

	/** All connections are cut, and the wills of panels told. */
	stop(): void {
		for (const [clientId, { will }] of [...this.#sessions]) {
			const events = this.#panels.get(clientId);
			if (events === undefined) continue;
			this.#sessions.delete(clientId);
			if (will !== null) this.publish(will.topic, will.payload, true);
			const lost: BrokerNews = { type: "lost", reason: "stopped", again: 1000 };
			events.onNews(lost);
			events.onGone();
		}
	}

	/** Panels connect again. */
	start(): void {
		for (const clientId of this.#panels.keys()) this.#connect(clientId, null);
	}

	#connect(clientId: string, will: Session["will"]): void {
		const events = this.#panels.get(clientId);
		if (events === undefined) return;
		this.#sessions.set(clientId, {
			filters: new Set(),
			will,
			hear: ({ topic, payload, retain }) =>
				events.onMessage({
					topic,
					payload: Buffer.from(payload),
					retain,
					isAgain: false,
				}),
		});
		events.onConnected("5");
	}
}

/** Whether a topic is one that a filter with `+` and `#` names. */
function fits(filter: string, topic: string): boolean {
	const wanted = filter.split("/");
	const levels = topic.split("/");
	for (const [at, level] of wanted.entries()) {
		if (level === "#") return true;
		if (levels[at] === undefined) return false;
		if (level !== "+" && level !== levels[at]) return false;
	}
	return wanted.length === levels.length;
}
