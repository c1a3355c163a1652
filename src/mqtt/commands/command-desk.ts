import type { Panel } from "../../device/panel.ts";
import type { Clock } from "../../time/clock.ts";
import { armingFeatures } from "../discovery/panel-modes.ts";
import type { MqttSettings } from "../settings.ts";
import { topicsOf } from "../topics.ts";
import {
	answered,
	type CommandAnswer,
	commandAnswer,
} from "./command-answer.ts";
import { commandEvent } from "./command-event.ts";
import {
	type MqttCommand,
	type MqttMessage,
	readCommand,
} from "./read-command.ts";

/** Most commands that wait for the one that is being carried out. */
const MOST_WAITING = 20;

export interface CommandDeskParts {
	readonly panel: Panel;
	readonly settings: MqttSettings;
	readonly clock: Clock;
	readonly answer: (answer: CommandAnswer) => void;
	readonly onNews: (news: {
		readonly type: "ignored";
		readonly topic: string;
		readonly reason: string;
	}) => void;
	readonly onTrouble: (error: unknown) => void;
}

/** Takes commands one at a time, and answers each once what came of it is durable. */
export class CommandDesk {
	readonly #parts: CommandDeskParts;
	/** Why messages on a topic are ignored was said: once is enough. */
	readonly #said = new Set<string>();
	#waiting = 0;
	#last: Promise<void> = Promise.resolve();

	constructor(parts: CommandDeskParts) {
		this.#parts = parts;
	}

	take(message: MqttMessage): void {
		const { panel, settings } = this.#parts;
		const read = readCommand(
			message,
			topicsOf(settings),
			armingFeatures(panel.model),
		);
		if (!read.ok) {
			// That a retained command was cleared comes as an empty message.
			if (message.payload.length > 0) this.#ignore(message.topic, read.why);
			return;
		}
		if (this.#waiting >= MOST_WAITING) {
			this.#ignore(message.topic, "too many commands at a time");
			return;
		}
		this.#waiting += 1;
		this.#last = this.#last
			.then(() => this.#carryOut(read.command))
			.catch((error) => {
				this.#parts.onTrouble(error);
				this.#parts.answer(
					answered(read.command, "it could not be written down"),
				);
			})
			.finally(() => {
				this.#waiting -= 1;
			});
	}

	/** Waits for what is under way. */
	async close(): Promise<void> {
		await this.#last;
	}

	async #carryOut(command: MqttCommand): Promise<void> {
		const { panel, settings, clock, answer } = this.#parts;
		const wanted = commandEvent(command, panel.state, settings);
		if (!wanted.ok) {
			answer(answered(command, wanted.why));
			return;
		}
		const outcome = await panel.happens(wanted.event);
		answer(commandAnswer(command, outcome, clock.now()));
	}

	#ignore(topic: string, reason: string): void {
		const said = `${topic} ${reason}`;
		if (this.#said.has(said) || this.#said.size >= 100) return;
		this.#said.add(said);
		this.#parts.onNews({ type: "ignored", topic, reason });
	}
}
