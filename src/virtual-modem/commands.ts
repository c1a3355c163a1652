import { identificationCommands } from "./control/identification.ts";
import { phonebookCommands } from "./control/phonebook.ts";
import { registrationCommands } from "./control/registration.ts";
import { needingSim, pinCommands, simCommands } from "./control/sim.ts";
import { generalCommands } from "./session/general.ts";
import type { CommandTable } from "./session/handler.ts";
import { smsReadingCommands } from "./sms/sms-reading.ts";
import { smsSendingCommands } from "./sms/sms-sending.ts";
import { smsSettingCommands } from "./sms/sms-settings.ts";
import { smsStorageCommands } from "./sms/sms-storage.ts";
import { callCommands } from "./supplementary/calls.ts";
import { ussdCommands } from "./supplementary/ussd.ts";

/** All commands of the virtual modem; any other is an ERROR. */
export const modemCommands: CommandTable = {
	...generalCommands,
	...identificationCommands,
	...pinCommands,
	...simCommands,
	...registrationCommands,
	...callCommands,
	...needingSim(phonebookCommands, "cme"),
	...needingSim(ussdCommands, "cme"),
	...smsSettingCommands,
	...needingSim(smsStorageCommands, "cms"),
	...needingSim(smsReadingCommands, "cms"),
	...needingSim(smsSendingCommands, "cms"),
};
