import { defineFields } from "../../parameters/field.ts";
import { credentialFields } from "./fields/credentials.ts";
import { modeFields } from "./fields/modes.ts";
import { optionFields } from "./fields/options.ts";
import { remoteFields } from "./fields/remote.ts";
import { reportFields } from "./fields/reports.ts";
import { scheduleFields } from "./fields/schedules.ts";
import { timerFields } from "./fields/timers.ts";
import { userFields } from "./fields/users.ts";
import { wordFields } from "./fields/words.ts";
import { zoneFields } from "./fields/zones.ts";

/**
 * What a panel keeps and what its parts are numbered by. Each field states the
 * widest range of any model and the factory default; models narrow by name.
 * Sources: the tags of `panel-commands.md`; "inferred" where no manual says.
 */
export const fields = defineFields({
	...credentialFields,
	...userFields,
	...modeFields,
	...zoneFields,
	...timerFields,
	...optionFields,
	...scheduleFields,
	...reportFields,
	...remoteFields,
	...wordFields,
});
