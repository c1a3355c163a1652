import { type Call, callsOf } from "../../../grammar/message/message.ts";
import type { Command } from "../../commands/define.ts";
import type { BoundCommand } from "../../derive/bound-command.ts";
import { interpretCall } from "../../firmware/answer/interpret.ts";
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
			// A plain word is no command of the model's language.
			const calls = model.language === null ? [message] : callsOf(message);
			for (const call of calls) {
				const said =
					model.language === null
						? command
						: interpretCall(model, call).command;
				if (said !== null) touched(said, call);
			}
		},
	};

	function touched(command: BoundCommand<Command>, call: Call): void {
		counter.touch(name, "commands", command.spec.word);
		for (const [at, { name: slot, parameter }] of command.slots.entries()) {
			const said = partOf(command, call, at);
			if (said === null || parameter.role !== "field") continue;
			counter.touch(
				name,
				said === "" ? "blanks" : "parameters",
				`${command.spec.word}.${slot}`,
			);
		}
	}
}

/** Null where it was left off the end. The number behind a word is its first parameter. */
function partOf(
	{ indexed }: BoundCommand<Command>,
	{ index, slots }: Call,
	at: number,
): string | null {
	const parts =
		indexed === true && index !== undefined ? [index, ...slots] : slots;
	return parts[at]?.text ?? null;
}
