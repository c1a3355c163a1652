import type { ToldModem } from "../../device/control/tell-of-modem.ts";
import { howMany } from "../../how-many.ts";
import { readModemUrl } from "../../ports/modem-url.ts";
import type { LockOwner } from "../../store/lock-owner.ts";
import {
	type CheckGroup,
	type DoctorFinding,
	fault,
	ok,
	warning,
} from "../finding.ts";
import { creditFinding } from "./credit.ts";
import { factFindings } from "./modem-facts.ts";
import { lineFindings } from "./modem-line.ts";
import { portFindings } from "./port.ts";

/** The modem, from its port to the network: asked itself, or through the panel that has it. */
export const modem: CheckGroup = {
	name: "modem",
	tells: ["port", "modem", "sim", "network", "sms"],
	async *check(world) {
		const owner = await world.panel.owner().catch(() => null);
		const control = owner?.control ?? null;
		const has = control === null ? null : await world.modem.ask(control);
		const url = world.modem.url ?? has?.url ?? null;
		const running = has?.url === url ? has : null;
		if (url === null) {
			yield warning(
				"modem/named",
				"no modem is named, so none was looked at",
				"alarmpanel doctor --modem serial:///dev/ttyUSB0; alarmpanel modem ports lists the ports",
			);
			return;
		}
		const read = readModemUrl(url);
		if (!read.ok) {
			yield fault("modem/named", read.reason, "write --modem so");
			return;
		}
		if (read.place.kind === "serial")
			for await (const finding of portFindings(world, read.place.path, owner)) {
				yield finding;
				if (finding.verdict === "fault") return;
			}
		if (running !== null && owner !== null) {
			yield* throughPanel(running, owner);
			const read = await world.panel.read().catch(() => null);
			// Without a code nobody asks, as with a SIM that is paid by the month.
			if (running.facts !== null && read?.state.remote.creditCode)
				yield creditFinding(running.credit, world.clock.now());
			return;
		}
		yield* lineFindings(world, read.place, url);
	},
};

async function* throughPanel(
	{ facts, reason, restarts, url }: ToldModem,
	{ command }: LockOwner,
): AsyncGenerator<DoctorFinding> {
	if (facts === null) {
		yield fault(
			"modem/answers",
			`the modem at ${url} does not answer ${command}: ${reason ?? "it is being set up"}`,
			"check its cable and power; journalctl -u alarmpanel says what was tried",
		);
		return;
	}
	yield ok("modem/answers", `${command} has it, and it answers`);
	yield restarts < OFTEN
		? ok(
				"modem/restarts",
				`set up again ${howMany(restarts, "time")} since the start`,
			)
		: warning(
				"modem/restarts",
				`set up again ${howMany(restarts, "time")} since the start: it goes away by itself`,
				"a power supply of 2 A and a short cable; sending takes the most current",
			);
	yield* factFindings(facts);
}

/** So many restarts are no longer those of a network. */
const OFTEN = 5;
