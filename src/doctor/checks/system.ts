import { latest } from "../../panel/state/log.ts";
import { durationText } from "../../time/duration.ts";
import {
	type CheckGroup,
	type DoctorFinding,
	fault,
	ok,
	warning,
} from "../finding.ts";
import type { DoctorWorld } from "../world.ts";

/** Clocks of two machines may differ by so much, in milliseconds. */
const CLOCK_TOLERANCE = 30_000;

/** The machine itself: Node, its clock, its time zone. */
export const system: CheckGroup = {
	name: "system",
	tells: ["system"],
	async *check(world) {
		yield node(world);
		yield await synchronised(world);
		const panel = await world.panel.read().catch(() => null);
		if (panel === null) return;
		yield ahead(latest(panel.state) - world.clock.now());
		yield zone(panel.state.options.timeZone, world.timeZone);
	},
};

function node({ node: version }: DoctorWorld): DoctorFinding {
	const id = "system/node";
	const [major = 0, minor = 0] = version.split(".").map(Number);
	return major > 20 || (major === 20 && minor >= 19)
		? ok(id, `Node ${version}`)
		: fault(
				id,
				`Node ${version} is too old; alarmpanel needs 20.19`,
				"install a newer one: https://nodejs.org/en/download",
			);
}

async function synchronised({ run }: DoctorWorld): Promise<DoctorFinding> {
	const id = "system/clock-set";
	const told = await run("timedatectl", ["show", "-p", "NTPSynchronized"]);
	if (told === null)
		return ok(id, "whether the clock follows a time server: not told here");
	return told.trim() === "NTPSynchronized=yes"
		? ok(id, "the clock follows a time server")
		: warning(
				id,
				"the clock follows no time server, so times of day and one-time codes go wrong with it",
				"sudo timedatectl set-ntp true; on a board without a clock: After=time-sync.target in the unit",
			);
}

/** @param lead milliseconds that the panel's memory is ahead of the machine's clock */
function ahead(lead: number): DoctorFinding {
	const id = "system/clock";
	if (lead <= CLOCK_TOLERANCE)
		return ok(id, "the clock is not behind what the panel remembers");
	return fault(
		id,
		`the clock is ${durationText(Math.floor(lead / 1000) * 1000)} behind what the panel remembers: it was set back, or the machine started without the time`,
		"set it: sudo timedatectl set-ntp true, or sudo date --set",
	);
}

function zone(panels: string, machines: string): DoctorFinding {
	const id = "system/zone";
	return panels === machines
		? ok(id, `time zone ${panels}`)
		: warning(
				id,
				`the panel's time zone is ${panels}, the machine's ${machines}`,
				`if the panel is where the machine is: alarmpanel config set options.timeZone ${machines}`,
			);
}

/**
 * What a clock elsewhere says of ours.
 * @param whose `the mobile network`
 * @param difference milliseconds that it is ahead of ours
 */
export function clockAgainst(
	id: string,
	whose: string,
	difference: number,
): DoctorFinding {
	const size = Math.abs(difference);
	const length = durationText(Math.floor(size / 1000) * 1000);
	if (size <= CLOCK_TOLERANCE)
		return ok(id, `the clock agrees with that of ${whose}`);
	const message = `the clock is ${length} ${difference > 0 ? "behind" : "ahead of"} that of ${whose}`;
	const advice = "set it: sudo timedatectl set-ntp true, or sudo date --set";
	return size > AN_HOUR
		? fault(id, message, advice)
		: warning(id, message, advice);
}

const AN_HOUR = 3_600_000;
