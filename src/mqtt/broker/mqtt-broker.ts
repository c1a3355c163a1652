import { connect, type MqttClient } from "mqtt";
import { messageOf } from "../../error-message.ts";
import type { Clock } from "../../time/clock.ts";
import { MINUTE, SECOND } from "../../time/units.ts";
import { wait } from "../../time/wait.ts";
import { Acknowledgements } from "./acknowledgements.ts";
import type { Broker, MqttVersion, OpenBroker } from "./broker.ts";
import {
	hungUp,
	isAnswer,
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

/** Octets of the longest message that is heard: what the panel is told is short. */
const LONGEST_MESSAGE = 1_000_000;
/** Messages that a broker may send before the first of them is acknowledged. */
const MOST_UNACKNOWLEDGED = 20;

const EXACTLY = 1;

/** What is asked of a broker that speaks 5. */
const properties = {
	sessionExpiryInterval: 0,
	receiveMaximum: MOST_UNACKNOWLEDGED,
	maximumPacketSize: LONGEST_MESSAGE,
};

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
	readonly #acknowledgements: Acknowledgements;
	#client: MqttClient | null = null;
	/** Ends the connection, and says why. */
	#giveUp: (reason: string) => void = () => {};
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
		this.#acknowledgements = new Acknowledgements(place.clock, () =>
			this.#giveUp("the broker acknowledges nothing"),
		);
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
		this.#acknowledgements.await();
		client.publish(topic, payload, { qos: EXACTLY, retain }, (error) => {
			if (client !== this.#client || !isAnswer(error)) return;
			this.#acknowledgements.came();
			this.#pause = FIRST_PAUSE;
			if (!error) return;
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
		this.#acknowledgements.forget();
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
			...(version === "5" ? { properties } : {}),
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
		this.#giveUp = (reason) => {
			fault ??= new Error(reason);
			client.end(true);
		};
		this.#limit(client);
		client.on("connect", ({ sessionPresent }) => {
			// What somebody sent while the panel was away would be obeyed now.
			if (sessionPresent) {
				this.#giveUp("the broker keeps a session that it was told to forget");
				return;
			}
			began = clock.now();
			if (version === "5") this.#knows5 = true;
			events.onNews({ type: "connected", version });
			if (version === "3.1.1")
				this.#warn(
					"with version 3.1.1 a retained command that is sent while the panel is connected cannot be told from others",
				);
			events.onConnected(version);
		});
		client.on("message", (topic, payload, { retain, dup }) => {
			// Before the session has begun nothing was asked for.
			if (client !== this.#client || began === null) return;
			events.onMessage({ topic, payload, retain, isAgain: dup });
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
			this.#acknowledgements.forget();
			client.end(true);
			if (began !== null) events.onGone();
			this.#goOn(fault, began);
		});
	}

	/** A broker that keeps to no limit takes no more memory than one that does. */
	#limit(client: MqttClient): void {
		let octets = 0;
		client.stream.on("data", ({ length }: Uint8Array) => {
			octets += length;
			if (octets > LONGEST_MESSAGE)
				this.#giveUp(
					`the broker sends a message of more than ${LONGEST_MESSAGE} octets`,
				);
		});
		client.on("packetreceive", (packet) => {
			octets = 0;
			// One of QoS 2 is kept until the broker says more of it.
			if (packet.cmd === "publish" && packet.qos === 2)
				this.#giveUp("the broker sends with QoS 2, which nobody asked for");
		});
	}

	#goOn(fault: unknown, began: number | null): void {
		if (this.#isClosed) return;
		const { clock } = this.#place;
		if (began === null && (isOlder(fault) || (hungUp(fault) && !this.#knows5)))
			this.#version = this.#version === "5" ? "3.1.1" : "5";
		const isShort =
			began !== null && hungUp(fault) && clock.now() - began < SHORT_SESSION;
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
