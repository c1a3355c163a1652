import { connect, type MqttClient } from "mqtt";
import { messageOf } from "../../error-message.ts";
import type { Clock } from "../../time/clock.ts";
import { MINUTE, SECOND } from "../../time/units.ts";
import { wait } from "../../time/wait.ts";
import type { Broker, MqttVersion, OpenBroker } from "./broker.ts";
import {
	hungUp,
	isOlder,
	isTakenOver,
	publishRefused,
	reasonOfBroker,
} from "./broker-reason.ts";

/** Where a broker is, and who the panel is there. */
export interface BrokerPlace {
	/** `mqtts://host:8883`, without user and password. */
	readonly url: string;
	readonly user: string | undefined;
	readonly password: string | undefined;
	/** The certificate, as PEM, that the broker's is signed with; the machine's list if undefined. */
	readonly ca: string | undefined;
	/** The machine's. */
	readonly clock: Clock;
}

/** Pauses between tries: they double. */
const FIRST_PAUSE = SECOND;
const LONGEST_PAUSE = 30 * SECOND;
/** Where somebody else has taken the session: two would push each other out without end. */
const TAKEN_PAUSE = 5 * MINUTE;
/** A session that ends so soon after its beginning may have been taken. */
const SHORT_SESSION = 2 * SECOND;
const MOST_SHORT_SESSIONS = 3;

const CONNECT_TIMEOUT = 10 * SECOND;
const KEEPALIVE_SECONDS = 20;
/** How long an end waits for the broker. */
const END = SECOND;

const EXACTLY = 1;

/**
 * Opens a connection that is made again for ever, with MQTT 5, or 3.1.1 where the
 * broker knows no other. Each session is a new one: what was sent to the panel
 * while it was away is gone, and what it published meanwhile is dropped.
 */
export function openMqttBroker(place: BrokerPlace): OpenBroker {
	return (options) => new MqttBroker(place, options);
}

class MqttBroker implements Broker {
	readonly #place: BrokerPlace;
	readonly #options: Parameters<OpenBroker>[0];
	/** Topics that may not be published on; said once. */
	readonly #forbidden = new Set<string>();
	#client: MqttClient | null = null;
	#version: MqttVersion = "5";
	/** It has spoken 5: hanging up, as while it starts, says nothing of versions. */
	#knows5 = false;
	#pause = FIRST_PAUSE;
	#shortSessions = 0;
	#cancel: () => void = () => {};
	#isClosed = false;

	constructor(place: BrokerPlace, options: Parameters<OpenBroker>[0]) {
		this.#place = place;
		this.#options = options;
		this.#connect();
	}

	subscribe(topics: readonly string[], stored: boolean): void {
		// With rap a message keeps its mark of being retained, also a live one.
		const how = { qos: EXACTLY, rap: true, rh: stored ? 0 : 2 } as const;
		this.#client?.subscribe([...topics], how, (error) => {
			if (error !== null) this.#warn(`cannot subscribe: ${messageOf(error)}`);
		});
	}

	publish(topic: string, payload: string, retain: boolean): void {
		const client = this.#client;
		if (client === null || !client.connected) return;
		client.publish(topic, payload, { qos: EXACTLY, retain }, (error) => {
			if (!error || client !== this.#client) return;
			if (!publishRefused(error) || this.#forbidden.has(topic)) return;
			this.#forbidden.add(topic);
			this.#options.events.onNews({ type: "forbidden", topic });
		});
	}

	async close(last: {
		readonly topic: string;
		readonly payload: string;
	}): Promise<void> {
		this.#isClosed = true;
		this.#cancel();
		const client = this.#client;
		if (client === null) return;
		const { clock } = this.#place;
		const over = new AbortController();
		const late = wait(clock, END, over.signal);
		if (client.connected) {
			const told = client
				.publishAsync(last.topic, last.payload, { qos: EXACTLY, retain: true })
				.catch(() => {});
			await Promise.race([told, late]);
		}
		const ended = client.endAsync().catch(() => {});
		await Promise.race([ended, late]);
		over.abort();
		client.end(true);
	}

	#connect(): void {
		const { url, user, password, ca, clock } = this.#place;
		const { clientId, will, events } = this.#options;
		const version = this.#version;
		const client = connect(url, {
			clientId,
			protocolVersion: version === "5" ? 5 : 4,
			clean: true,
			...(version === "5" ? { properties: { sessionExpiryInterval: 0 } } : {}),
			will: {
				...will,
				payload: Buffer.from(will.payload),
				qos: 1,
				retain: true,
			},
			...(user === undefined ? {} : { username: user }),
			...(password === undefined ? {} : { password }),
			...(ca === undefined ? {} : { ca }),
			keepalive: KEEPALIVE_SECONDS,
			connectTimeout: CONNECT_TIMEOUT,
			// It is made anew here, so that nothing of an old one is sent later.
			reconnectPeriod: 0,
			resubscribe: false,
			queueQoSZero: false,
		});
		this.#client = client;
		let began: number | null = null;
		let fault: unknown = null;
		client.on("connect", () => {
			began = clock.now();
			this.#pause = FIRST_PAUSE;
			if (version === "5") this.#knows5 = true;
			events.onNews({ type: "connected", version });
			if (version === "3.1.1")
				this.#warn(
					"with version 3.1.1 a retained command that is sent while the panel is connected cannot be told from others",
				);
			events.onConnected(version);
		});
		client.on("message", (topic, payload, { retain }) => {
			if (client === this.#client) events.onMessage({ topic, payload, retain });
		});
		client.on("error", (error) => {
			fault ??= error;
		});
		client.on("disconnect", (packet) => {
			fault ??= packet;
		});
		client.on("close", () => {
			if (client !== this.#client) return;
			this.#client = null;
			client.end(true);
			if (began !== null) events.onGone();
			this.#goOn(fault, began);
		});
	}

	#goOn(fault: unknown, began: number | null): void {
		if (this.#isClosed) return;
		const { clock } = this.#place;
		if (began === null && (isOlder(fault) || (hungUp(fault) && !this.#knows5)))
			this.#version = this.#version === "5" ? "3.1.1" : "5";
		const isShort = began !== null && clock.now() - began < SHORT_SESSION;
		this.#shortSessions = isShort ? this.#shortSessions + 1 : 0;
		const isTaken =
			isTakenOver(fault) || this.#shortSessions >= MOST_SHORT_SESSIONS;
		const again = isTaken ? TAKEN_PAUSE : this.#pause;
		if (isTaken) this.#shortSessions = 0;
		this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE);
		this.#options.events.onNews({
			type: began === null ? "unreachable" : "lost",
			reason: isTaken
				? `another program connects as ${this.#options.clientId}; two panels with one id?`
				: reasonOfBroker(fault),
			again,
		});
		this.#cancel = clock.at(clock.now() + again, () => this.#connect());
	}

	#warn(reason: string): void {
		this.#options.events.onNews({ type: "warning", reason });
	}
}
