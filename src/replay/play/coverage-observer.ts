import type { Message } from "../../../grammar/message/message.ts";
import type { Model } from "../../models/model.ts";
import type { Observer } from "../../simulation/observer.ts";
import type { CoverageCounter } from "./coverage.ts";

/** Counts what a conversation touches of a model. A refused message touches nothing. */
export function coverageObserver(
	model: Model,
	counter: CoverageCounter,
): Observer {
	const { name } = model;
	return {
		moved(before, after, now) {
			const { mode, deadlines } = before.runtime;
			if (mode !== after.runtime.mode)
				counter.touch(name, "transitions", `${mode} > ${after.runtime.mode}`);
			for (const deadline of deadlines)
				if (deadline.due <= now && !after.runtime.deadlines.includes(deadline))
					counter.touch(name, "timers", deadline.kind);
		},
		happened({ zones }, event) {
			if (event.type !== "zone-signal") return;
			const zone = zones.find(({ id }) => id === event.zone);
			if (zone !== undefined) counter.touch(name, "attributes", zone.attribute);
		},
		heard({ verdict }) {
			if (verdict.type !== "done") return;
			const { command, message } = verdict;
			if (command === null) return;
			counter.touch(name, "commands", command.spec.word);
			for (const [at, { name: slot, parameter }] of command.slots.entries()) {
				const said = partOf(message, at);
				if (said === null || parameter.role !== "field") continue;
				counter.touch(
					name,
					said === "" ? "blanks" : "parameters",
					`${command.spec.word}.${slot}`,
				);
			}
		},
	};
}

/** Null where it was left off the end. */
function partOf({ slots }: Message, at: number): string | null {
	return slots[at]?.text ?? null;
}
