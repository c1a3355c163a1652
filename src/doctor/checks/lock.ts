import { isElsewhere } from "../../store/lock-owner.ts";
import { type CheckGroup, ok, warning } from "../finding.ts";

/** Who runs the panel. */
export const lock: CheckGroup = {
	name: "lock",
	async *check({ panel }) {
		const owner = await panel.owner();
		if (owner === null) {
			yield ok("lock/free", "nobody runs the panel");
			return;
		}
		const { command, pid, started, host } = owner;
		yield isElsewhere(owner)
			? warning(
					"lock/free",
					`the panel is locked by ${command} on ${host}, where this machine cannot see it, since ${started}`,
					"if that has ended, delete the file's .lock",
				)
			: ok(
					"lock/free",
					`the panel is run by ${command}, process ${pid}, since ${started}`,
				);
	},
};
