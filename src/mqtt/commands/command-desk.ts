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
import { ReportTests, type TestCommand } from "./report-tests.ts";

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

/** What came of messages on the topics of commands, so far. */
export interface CommandCounts {
	readonly done: number;
	readonly refused: number;
	/** No commands, or too many at a time. */
	readonly ignored: number;
}

/** Takes commands one at a time, and answers each once what came of it is durable. */
export class CommandDesk {
	readonly #parts: CommandDeskParts;
	/** Why messages on a topic are ignored was said: once is enough. */
	readonly #said = new Set<string>();
	#counts: CommandCounts = { done: 0, refused: 0, ignored: 0 };
	readonly #tests: ReportTests;
	#waiting = 0;
	#last: Promise<void> = Promise.resolve();

	constructor(parts: CommandDeskParts) {
		this.#parts = parts;
		this.#tests = new ReportTests(parts.panel, parts.clock);
	}

	get counts(): CommandCounts {
		return this.#counts;
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
		const { command } = read;
		if (command.about === "report") {
			this.#test(message.topic, command);
			return;
		}
		if (this.#waiting >= MOST_WAITING) {
			this.#ignore(message.topic, "too many commands at a time");
			return;
		}
		this.#waiting += 1;
		this.#last = this.#last
			.then(() => this.#carryOut(command))
			.catch((error) => this.#notWritten(command, error))
			.finally(() => {
				this.#waiting -= 1;
			});
	}

	/** Waits for what is under way, but for test reports: what came of them is not told. */
	async close(): Promise<void> {
		await this.#last;
	}

	#test(topic: string, command: TestCommand): void {
		if (this.#tests.isUnderWay(command.destination)) {
			this.#ignore(topic, "a test report is under way there");
			return;
		}
		void this.#tests
			.test(command)
			.then((answer) => this.#answer(answer))
			.catch((error) => this.#notWritten(command, error));
	}

	#notWritten(command: MqttCommand, error: unknown): void {
		this.#parts.onTrouble(error);
		this.#answer(answered(command, "it could not be written down"));
	}

	async #carryOut(command: Exclude<MqttCommand, TestCommand>): Promise<void> {
		const { panel, settings, clock } = this.#parts;
		const wanted = commandEvent(command, panel.state, settings);
		if (!wanted.ok) {
			this.#answer(answered(command, wanted.why));
			return;
		}
		const outcome = await panel.happens(wanted.event);
		this.#answer(commandAnswer(command, outcome, clock.now()));
	}

	#answer(answer: CommandAnswer): void {
		this.#count(answer.ok ? "done" : "refused");
		this.#parts.answer(answer);
	}

	#count(outcome: keyof CommandCounts): void {
		this.#counts = { ...this.#counts, [outcome]: this.#counts[outcome] + 1 };
	}

	#ignore(topic: string, reason: string): void {
		this.#count("ignored");
		const said = `${topic} ${reason}`;
		if (this.#said.has(said) || this.#said.size >= 100) return;
		this.#said.add(said);
		this.#parts.onNews({ type: "ignored", topic, reason });
	}
}
