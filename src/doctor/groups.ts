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
const checkGroups: readonly CheckGroup[] = [
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

/** What `--only` can name. */
export const topics: readonly string[] = checkGroups.flatMap(
	({ tells }) => tells,
);

/**
 * The checks that tell of some topics. A fault of a check that was run for one is
 * told whatever its topic is: it is why the wanted one is not known.
 * @param only what is wanted; nothing is all
 */
export function wantedGroups(only: readonly string[]): readonly CheckGroup[] {
	if (only.length === 0) return checkGroups;
	return checkGroups
		.filter(({ tells }) => tells.some((topic) => only.includes(topic)))
		.map((group) => ({
			...group,
			async *check(world) {
				for await (const finding of group.check(world)) {
					const [topic = ""] = finding.id.split("/");
					if (only.includes(topic) || finding.verdict === "fault")
						yield finding;
				}
			},
		}));
}
