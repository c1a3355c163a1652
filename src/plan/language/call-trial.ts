import { callWordingOf, composeSlots } from "../../derive/compose.ts";
import { credentialsOf } from "../../firmware/answer/authorise.ts";
import { interpretCall } from "../../firmware/answer/interpret.ts";
import type { MessageLanguage } from "../../models/language/language.ts";
import { deedOf } from "../../models/language/language-happenings.ts";
import type { Model } from "../../models/model.ts";
import { type Change, changes } from "../../panel/state/changes.ts";
import { local } from "../../panel/state/event.ts";
import type { Refusal } from "../../panel/state/outcome.ts";
import { resting } from "../../panel/state/runtime.ts";
import { type PanelState, withRuntime } from "../../panel/state/state.ts";
import { transition } from "../../panel/transition.ts";
import type { Arguments } from "../../parameters/command-spec.ts";
import type { Value } from "../../parameters/kind.ts";
import type { LanguageCall } from "./language-calls.ts";

/** What a call would do to a panel. */
export interface CallTrial {
	/** At rest. */
	readonly state: PanelState;
	readonly changes: readonly Change[];
	/** What it says of settings, changed or not, by their whole names. */
	readonly said: ReadonlyMap<string, Value>;
	readonly refusal: Refusal | null;
}

/** Tries a call out on a panel at rest, as the panel reads its message. */
export function triedCall(
	model: Model,
	language: MessageLanguage,
	state: PanelState,
	call: LanguageCall,
): CallTrial {
	const said = new Map<string, Value>();
	const { command } = call;
	const args = argumentsAsRead(model, state, call);
	if (args === null)
		return { state, changes: [], said, refusal: readOtherwise };
	const deed = deedOf(language, command, args, state);
	if (deed.refusal !== null)
		return { state, changes: [], said, refusal: deed.refusal };
	let after = state;
	for (const happening of deed.happenings) {
		const outcome = transition(after, { ...happening, by: local }, 0);
		if (outcome.refusal !== null)
			return { state, changes: [], said, refusal: outcome.refusal };
		after = outcome.state;
		if (happening.type === "store" && happening.section === "language")
			for (const [name, value] of Object.entries(happening.values))
				said.set(name, value);
	}
	const settled = withRuntime(after, resting);
	return {
		state: settled,
		changes: changes(state, settled),
		said,
		refusal: null,
	};
}

/** The arguments that a panel reads in the message of a call; null where it reads another command. */
function argumentsAsRead(
	model: Model,
	state: PanelState,
	{ command, args }: LanguageCall,
): Arguments | null {
	const text = model.dialect.write({
		...credentialsOf(model, state, command),
		...callWordingOf(command, composeSlots(command, args)),
	});
	const message = model.dialect.read(text);
	const meant = message === null ? null : interpretCall(model, message);
	return meant?.command?.spec.word === command.spec.word ? meant.args : null;
}

const readOtherwise: Refusal = {
	code: "language/unknown",
	message: "the panel would read the message otherwise",
	hint: null,
	parameter: null,
};
