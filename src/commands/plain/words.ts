import type { PlainWord } from "../../panel/state/remote-access.ts";
import { arm } from "./arm.ts";
import { armAt } from "./arm-at.ts";
import { armCancel } from "./arm-cancel.ts";
import { armForce } from "./arm-force.ts";
import { bypass } from "./bypass.ts";
import { credit } from "./credit.ts";
import { disarm } from "./disarm.ts";
import { help } from "./help.ts";
import { home } from "./home.ts";
import { log } from "./log.ts";
import { mute } from "./mute.ts";
import type { PlainCommand } from "./plain-command.ts";
import { smsDisable } from "./sms-disable.ts";
import { status } from "./status.ts";
import { unbypass } from "./unbypass.ts";
import { zones } from "./zones.ts";

/** The words that people text, in the order in which HELP lists them. */
export const plainCommands: readonly PlainCommand[] = [
	status,
	zones,
	arm,
	armForce,
	armAt,
	armCancel,
	home,
	disarm,
	mute,
	bypass,
	unbypass,
	log,
	credit,
	help,
	smsDisable,
];

/** The same by word. */
export const commandsByWord: ReadonlyMap<PlainWord, PlainCommand> = new Map(
	plainCommands.map((command) => [command.word, command]),
);
