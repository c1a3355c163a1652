import { disk } from "./checks/disk.ts";
import { file } from "./checks/file.ts";
import { lock } from "./checks/lock.ts";
import { modem } from "./checks/modem.ts";
import { mqtt } from "./checks/mqtt.ts";
import { outbox } from "./checks/outbox.ts";
import { reports } from "./checks/reports.ts";
import { system } from "./checks/system.ts";
import { web } from "./checks/web.ts";
import type { CheckGroup } from "./finding.ts";

/** Every check, in the order in which they are told. */
export const checkGroups: readonly CheckGroup[] = [
	system,
	file,
	disk,
	lock,
	modem,
	outbox,
	reports,
	mqtt,
	web,
];
