import type { Panel } from "../device/panel.ts";
import type { Activity } from "../firmware/activity.ts";
import { amountIn } from "../firmware/known-credit.ts";
import type { ModemEvent } from "../modem/link/modem-event.ts";
import type { Clock } from "../time/clock.ts";
import { instantText } from "../time/instant.ts";
import { MINUTE } from "../time/units.ts";
import type { Broker, MqttVersion, OpenBroker } from "./broker/broker.ts";
import { type CommandCounts, CommandDesk } from "./commands/command-desk.ts";
import type { MqttMessage } from "./commands/read-command.ts";
import { Announcement } from "./discovery/announcement.ts";
import { InputWatch } from "./inputs/input-watch.ts";
import type { MqttNews } from "./mqtt-news.ts";
import type { MqttSettings } from "./settings.ts";
import { type Happened, happenedBetween } from "./state/happened.ts";
import { outputMessages } from "./state/output-messages.ts";
import {
	changedMessages,
	goneTopics,
	type StateMessages,
	stateMessages,
} from "./state/state-messages.ts";
import {
	lastSms,
	lineAfter,
	nothingTold,
	type ToldFacts,
} from "./state/told-facts.ts";
import { type MqttTopics, topicsOf } from "./topics.ts";

export interface MqttDoorParts {
	readonly panel: Panel;
	readonly settings: MqttSettings;
	/** Of this program. */
	readonly version: string;
	/** The panel's. */
	readonly clock: Clock;
	readonly open: OpenBroker;
	readonly onNews: (news: MqttNews) => void;
	readonly onTrouble: (error: unknown) => void;
}

/** How it goes with a panel's broker. */
export interface MqttAccount {
	readonly isConnected: boolean;
	/** Why it is not, in a line for people; null where it is. */
	readonly reason: string | null;
	readonly commands: CommandCounts;
}

/** A modem that is gone for so long is a trouble of its own. */
const MODEM_GONE = 10 * MINUTE;

/**
 * A running panel as a device of MQTT: it is announced, told about, asked and
 * armed there. What is told follows from the panel's state alone, and is told once
 * that is durable.
 */
export class MqttDoor {
	readonly #parts: MqttDoorParts;
	readonly #topics: MqttTopics;
	readonly #broker: Broker;
	readonly #inputs: InputWatch;
	readonly #desk: CommandDesk;
	readonly #announcement: Announcement;
	readonly #stop: readonly (() => void)[];
	#version: MqttVersion | null = null;
	/** Why there was no connection last. */
	#reason = "it has not answered yet";
	/** What the broker has; nothing while there is no connection. */
	#told: StateMessages = new Map();
	#outputs: ReadonlyMap<string, string> = new Map();
	/** Topics to be cleared at the broker. */
	readonly #cleared = new Set<string>();
	#facts: ToldFacts = nothingTold;
	#seen: Panel["state"];
	#happenings = 0;
	/** Ends the wait for a modem that is gone; null while there is one. */
	#cancelGone: (() => void) | null = null;

	constructor(parts: MqttDoorParts) {
		const { panel, settings, clock, version, onNews, onTrouble } = parts;
		this.#parts = parts;
		this.#topics = topicsOf(settings);
		this.#seen = panel.state;
		this.#inputs = new InputWatch({
			inputs: settings.inputs,
			panel,
			clock,
			onTrouble,
		});
		this.#desk = new CommandDesk({
			panel,
			settings,
			clock,
			onNews,
			onTrouble,
			answer: (answer) =>
				this.#publish(this.#topics.answer, JSON.stringify(answer), false),
		});
		this.#announcement = new Announcement({
			panel,
			settings,
			version,
			clock,
			publish: (payload) => this.#announce(payload),
			tellAll: () => this.#tellAll(),
		});
		this.#broker = parts.open({
			clientId: `alarmpanel-${settings.id}`,
			will: { topic: this.#topics.availability, payload: "offline" },
			events: {
				onConnected: (spoken) => this.#connected(spoken),
				onMessage: (message) => this.#message(message),
				onNews: (news) => {
					if (news.type === "unreachable" || news.type === "lost")
						this.#reason = news.reason;
					onNews(news);
				},
				onGone: () => this.#gone(),
			},
		});
		this.#stop = [
			panel.onChange(() => this.#changed()),
			panel.activity.follow((activity) => this.#note(activity)),
			panel.onReportTested((last) => {
				const tests = new Map(this.#facts.tests).set(last.way.id, last);
				this.#know({ tests });
			}),
			panel.modem.follow({ onModem: (event) => this.#noteModem(event) }),
		];
	}

	get account(): MqttAccount {
		const { counts: commands } = this.#desk;
		const isConnected = this.#version !== null;
		return { isConnected, reason: isConnected ? null : this.#reason, commands };
	}

	/** Says that the panel is gone, and ends the connection. */
	async close(): Promise<void> {
		for (const stop of this.#stop) stop();
		this.#cancelGone?.();
		this.#announcement.close();
		await this.#inputs.close();
		await this.#desk.close();
		const topic = this.#topics.availability;
		await this.#broker.close({ topic, payload: "offline" });
	}

	/** In this order: what is heard, what there is, how it is, and only then that it is there. */
	#connected(version: MqttVersion): void {
		this.#version = version;
		const { command, birth } = this.#topics;
		this.#broker.subscribe([command.all, birth], false);
		this.#inputs.connected();
		if (this.#inputs.topics.length > 0)
			this.#broker.subscribe(this.#inputs.topics, true);
		this.#announcement.now();
		this.#tellAll();
	}

	#gone(): void {
		this.#version = null;
		this.#told = new Map();
		this.#outputs = new Map();
		this.#announcement.wait();
		this.#inputs.disconnected();
	}

	#message(message: MqttMessage): void {
		const { topic, payload, retain } = message;
		if (this.#inputs.topics.includes(topic))
			void this.#inputs.hear(topic, payload);
		if (topic === this.#topics.birth) {
			// Under 3.1.1 a retained one is old; under 5 the broker sends no old ones.
			const isOld = retain && this.#version === "3.1.1";
			if (!isOld && Buffer.from(payload).toString() === "online")
				this.#announcement.soon();
		}
		const { all, selfTest } = this.#topics.command;
		if (topic.startsWith(all.slice(0, -1)) && topic !== selfTest)
			this.#desk.take(message);
	}

	#changed(): void {
		const before = this.#seen;
		const { panel, settings } = this.#parts;
		this.#seen = panel.state;
		this.#tellChanges();
		for (const happened of happenedBetween(
			before,
			this.#seen,
			settings.tellSilent,
		)) {
			this.#tellHappened(happened);
		}
		this.#announcement.changed();
	}

	#tellHappened({ event_type, ...rest }: Happened): void {
		this.#happenings += 1;
		const told = { event_type, id: this.#happenings, ...rest };
		this.#publish(this.#topics.event, JSON.stringify(told), false);
	}

	#modemGone(isModemGone: boolean): void {
		this.#know({ isModemGone });
		this.#tellHappened({
			event_type: isModemGone ? "trouble" : "trouble_end",
			what: "modem",
			zone: null,
			by: null,
			at: instantText(this.#parts.clock.now()),
		});
	}

	#note(activity: Activity): void {
		const at = instantText(activity.at);
		if (activity.type === "text") {
			const { from, report, silence } = activity;
			const sms = lastSms(at, {
				from,
				isAccepted: report.accepted,
				isSilent: silence !== null,
			});
			this.#know({ sms });
		}
		if (activity.type === "event" && activity.event.type === "credit-known") {
			const amount = amountIn(activity.event.text);
			const currency = this.#parts.settings.currency ?? null;
			if (amount !== null) this.#know({ credit: { amount, currency, at } });
		}
	}

	#noteModem(news: ModemEvent): void {
		const line = lineAfter(this.#facts.line, news);
		this.#know({ line });
		if (line.modem === true) {
			this.#cancelGone?.();
			this.#cancelGone = null;
			if (this.#facts.isModemGone) this.#modemGone(false);
		} else if (line.modem === false && this.#cancelGone === null) {
			const { clock } = this.#parts;
			const due = clock.now() + MODEM_GONE;
			this.#cancelGone = clock.at(due, () => this.#modemGone(true));
		}
	}

	#know(news: Partial<ToldFacts>): void {
		this.#facts = { ...this.#facts, ...news };
		this.#tellChanges();
	}

	#tellAll(): void {
		this.#told = new Map();
		this.#outputs = new Map();
		this.#tellChanges();
		this.#publish(this.#topics.availability, "online", true);
	}

	#tellChanges(): void {
		if (this.#version === null) return;
		const { panel, settings } = this.#parts;
		const after = stateMessages(panel.state, this.#facts, settings);
		for (const [topic, payload] of changedMessages(this.#told, after))
			this.#publish(topic, payload, true);
		for (const topic of goneTopics(this.#told, after)) this.#cleared.add(topic);
		this.#told = after;
		const outputs = outputMessages(panel.state, settings);
		for (const { topic, payload, retain } of outputs)
			if (this.#outputs.get(topic) !== payload)
				this.#publish(topic, payload, retain);
		this.#outputs = new Map(
			outputs.map(({ topic, payload }) => [topic, payload]),
		);
	}

	/** What nothing is told of any more is cleared once its entities are gone: they read it. */
	#announce(payload: string): void {
		this.#publish(this.#topics.discovery, payload, true);
		for (const topic of this.#cleared) this.#publish(topic, "", true);
		this.#cleared.clear();
	}

	#publish(topic: string, payload: string, retain: boolean): void {
		if (this.#version !== null) this.#broker.publish(topic, payload, retain);
	}
}
