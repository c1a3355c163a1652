import { callCommands } from "./calls.ts";
import { generalCommands } from "./general.ts";
import type { CommandTable } from "./handler.ts";
import { identificationCommands } from "./identification.ts";
import { phonebookCommands } from "./phonebook.ts";
import { registrationCommands } from "./registration.ts";
import { needingSim, pinCommands, simCommands } from "./sim.ts";
import { smsReadingCommands } from "./sms-reading.ts";
import { smsSendingCommands } from "./sms-sending.ts";
import { smsSettingCommands } from "./sms-settings.ts";
import { smsStorageCommands } from "./sms-storage.ts";
import { ussdCommands } from "./ussd.ts";

/** Everything that the virtual modem does; what is not here is an ERROR at once. */
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
