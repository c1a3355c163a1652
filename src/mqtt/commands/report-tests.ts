import type { Panel } from "../../device/panel.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { Clock } from "../../time/clock.ts";
import { instantText } from "../../time/instant.ts";
import { DAY } from "../../time/units.ts";
import {
	answered,
	type CommandAnswer,
	tooManyTests,
} from "./command-answer.ts";
import type { MqttCommand } from "./read-command.ts";

/** Most test reports in a day that are sent because of commands: each text costs. */
export const TESTS_A_DAY = 10;

export type TestCommand = MqttCommand & { readonly about: "report" };

/**
 * Sends test reports that are asked for, beside the queue of commands: a modem may
 * take minutes, and nobody waits so long to disarm. One at a time goes through a
 * destination. What was sent before a restart counts as far as the log knows it.
 */
export class ReportTests {
	readonly #panel: Panel;
	readonly #clock: Clock;
	/** When those of the last day were asked for. */
	#times: readonly number[];
	readonly #underWay = new Set<number>();

	constructor(panel: Panel, clock: Clock) {
		this.#panel = panel;
		this.#clock = clock;
		this.#times = testsInLog(panel.state);
	}

	/** Whether one is under way through this destination. */
	isUnderWay(destination: number): boolean {
		return this.#underWay.has(destination);
	}

	/** Resolves once it is known what came of it. */
	async test(command: TestCommand): Promise<CommandAnswer> {
		const { destination } = command;
		const now = this.#clock.now();
		this.#times = this.#times.filter((at) => at > now - DAY);
		const oldest = this.#times[0];
		if (oldest !== undefined && this.#times.length >= TESTS_A_DAY)
			return tooManyTests(command, instantText(oldest + DAY));
		this.#times = [...this.#times, now];
		this.#underWay.add(destination);
		try {
			const by = { via: "mqtt" } as const;
			const tested = await this.#panel.testReport(destination, undefined, by);
			if (tested.refusal !== null) this.#takeBack(now);
			return answered(command, tested.reached ? null : tested.said);
		} catch (error) {
			this.#takeBack(now);
			throw error;
		} finally {
			this.#underWay.delete(destination);
		}
	}

	/** Nothing was sent. */
	#takeBack(time: number): void {
		const at = this.#times.indexOf(time);
		this.#times = this.#times.filter((_, place) => place !== at);
	}
}

function testsInLog({ runtime }: PanelState): readonly number[] {
	return runtime.log
		.filter(({ event, by }) => event === "tested" && by === "mqtt")
		.map(({ at }) => at);
}
