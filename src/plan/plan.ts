import type { LanguageRow } from "../models/language/language-file.ts";
import type { PanelState } from "../panel/state/state.ts";
import type { Value } from "../parameters/kind.ts";
import type { Access } from "./access.ts";
import type { Obstacle } from "./messages/obstacle.ts";
import type { MessageStep } from "./messages/thing-messages.ts";
import type { Site } from "./site/site.ts";

/** The messages that lead from a panel to a site, and what none of them does. */
export interface Plan {
	readonly site: Site;
	/** The phone that will send the messages; null where it is not known. */
	readonly sender: string | null;
	/** What the panel has before, at rest; null where that is not known. */
	readonly before: PanelState | null;
	/** What it has when all messages were carried out; null where that is not known. */
	readonly after: PanelState | null;
	readonly messages: readonly PlannedMessage[];
	/** In the order of the site. */
	readonly elsewhere: readonly Elsewhere[];
}

/** A message, as it is sent. */
export interface PlannedMessage extends MessageStep {
	/** With all secrets. */
	readonly text: string;
	/** The credentials under which it is sent. */
	readonly access: Access;
	/** Whether it gives a code for a while only, so that two can change theirs. */
	readonly forAWhile: boolean;
	/** Commands that are joined to the first in the same text. */
	readonly more: readonly JoinedCommand[];
	/** What another maker's command does; null where commands are code. */
	readonly class: LanguageRow["class"] | null;
}

/** A command of a message, as it is written. */
export type JoinedCommand = Pick<MessageStep, "command" | "args" | "inverse">;

/** All commands of a message, in order. */
export function stepsOf(message: PlannedMessage): readonly JoinedCommand[] {
	return [message, ...message.more];
}

/** Its command; of several the words with a comma and a blank between them. */
export function wordOf(message: PlannedMessage): string {
	return stepsOf(message)
		.map(({ command }) => command.spec.word)
		.join(", ");
}

/** Something of a site that no message of the plan does. */
export interface Elsewhere extends Obstacle {
	/** `zones.3.entryDelay`, or a thing that is to go: `zones.3`. */
	readonly path: string;
	/** What it is to be; null for a thing that is to go. */
	readonly wanted: Value | null;
}
