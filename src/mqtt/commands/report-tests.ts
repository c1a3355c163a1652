import type { Panel } from "../../device/panel.ts";
import { mqttTestsAgain } from "../../panel/reporting/test-tries.ts";
import type { Clock } from "../../time/clock.ts";
import { instantText } from "../../time/instant.ts";
import { answered, type CommandAnswer } from "./command-answer.ts";
import type { MqttCommand } from "./read-command.ts";

export type TestCommand = MqttCommand & { readonly about: "report" };

/**
 * Sends test reports that are asked for, beside the queue of commands: a modem may
 * take minutes, and nobody waits so long to disarm. One at a time goes through a
 * destination. How many go in a day is the panel's to say.
 */
export class ReportTests {
	readonly #panel: Panel;
	readonly #clock: Clock;
	readonly #underWay = new Set<number>();

	constructor(panel: Panel, clock: Clock) {
		this.#panel = panel;
		this.#clock = clock;
	}

	/** Whether one is under way through this destination. */
	isUnderWay(destination: number): boolean {
		return this.#underWay.has(destination);
	}

	/** Resolves once it is known what came of it. */
	async test(command: TestCommand): Promise<CommandAnswer> {
		const { destination } = command;
		this.#underWay.add(destination);
		try {
			const by = { via: "mqtt" } as const;
			const tested = await this.#panel.testReport(destination, undefined, by);
			const told = answered(command, tested.reached ? null : tested.said);
			const again =
				tested.refusal?.code === "test/too-many"
					? mqttTestsAgain(this.#panel.state, this.#clock.now())
					: null;
			return again === null ? told : { ...told, until: instantText(again) };
		} finally {
			this.#underWay.delete(destination);
		}
	}
}
