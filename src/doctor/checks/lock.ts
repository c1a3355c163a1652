import { isElsewhere } from "../../store/lock-owner.ts";
import {
	type CheckGroup,
	type DoctorFinding,
	ok,
	warning,
} from "../finding.ts";
import type { DoctorWorld } from "../world.ts";

/**
 * Whether something starts the panel again where it ends; nothing where systemd
 * does not say. (proc(5): /proc/PID/cgroup)
 */
async function* serviceFinding(
	{ files, run }: DoctorWorld,
	pid: number,
): AsyncGenerator<DoctorFinding> {
	const id = "lock/service";
	const unit = (await files.text(`/proc/${pid}/cgroup`))
		?.split("\n")
		.find((line) => line.startsWith("0::"))
		?.split("/")
		.at(-1);
	if (unit === undefined || unit === "") return;
	if (!unit.endsWith(".service")) {
		yield ok(
			id,
			"no service runs it, so nothing starts it again; docs/service.md has a unit",
		);
		return;
	}
	const told = await run("systemctl", ["show", "-p", "Restart", unit]);
	yield told?.trim() === "Restart=no"
		? warning(
				id,
				`the service ${unit} runs it, and does not start it again when it ends`,
				`sudo systemctl edit ${unit}: Restart=always under [Service]`,
			)
		: ok(id, `the service ${unit} runs it`);
}

/** Who runs the panel. */
export const lock: CheckGroup = {
	name: "lock",
	tells: ["lock"],
	async *check(world) {
		const { panel } = world;
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
		if (!isElsewhere(owner)) yield* serviceFinding(world, pid);
	},
};
