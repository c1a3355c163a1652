import type { ToldModem } from "../../device/control/tell-of-modem.ts";
import { answerTo, readParameters } from "../../modem/at/at-parameters.ts";
import { AtSession, usualTimeouts } from "../../modem/at/at-session.ts";
import { readModemFacts } from "../../modem/link/modem-info.ts";
import { ModemLineError } from "../../ports/modem-line-error.ts";
import { readModemUrl } from "../../ports/modem-url.ts";
import type { LockOwner } from "../../store/lock-owner.ts";
import {
	type CheckGroup,
	type DoctorFinding,
	fault,
	ok,
	warning,
} from "../finding.ts";
import type { DoctorWorld } from "../world.ts";
import { factFindings } from "./modem-facts.ts";
import { portFindings } from "./port.ts";
import { clockAgainst } from "./system.ts";

/** Milliseconds for one command: a check has three seconds. */
const COMMAND = 2500;

/** The modem, from its port to the network: asked itself, or through the panel that has it. */
export const modem: CheckGroup = {
	name: "modem",
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
			return;
		}
		yield* onLine(world, url);
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
		? ok("modem/restarts", `set up again ${restarts} times since the start`)
		: warning(
				"modem/restarts",
				`set up again ${restarts} times since the start: it goes away by itself`,
				"a power supply of 2 A and a short cable; sending takes the most current",
			);
	yield* factFindings(facts);
}

/** So many restarts are no longer those of a network. */
const OFTEN = 5;

async function* onLine(
	world: DoctorWorld,
	url: string,
): AsyncGenerator<DoctorFinding> {
	const { clock } = world;
	let session: AtSession;
	try {
		session = new AtSession({
			transport: await world.modem.open(url),
			clock,
			timeouts: { ...usualTimeouts, command: COMMAND },
			onIndication() {},
			onStray() {},
		});
	} catch (error) {
		if (!(error instanceof ModemLineError)) throw error;
		const { reason, message } = error;
		yield fault("modem/opens", reason, message.slice(reason.length + 2));
		return;
	}
	try {
		const greeting = await session.greet();
		if (!greeting.ok && greeting.error.type !== "refused") {
			yield silent(url);
			return;
		}
		yield ok("modem/answers", "it answers to AT");
		yield* factFindings(await readModemFacts(session));
		const arrival = await announces(session);
		if (arrival !== null) yield arrival;
		const network = await networkTime(session);
		if (network !== null)
			yield clockAgainst(
				"network/clock",
				"the mobile network",
				network - clock.now(),
			);
	} finally {
		await session.close();
	}
}

function silent(url: string): DoctorFinding {
	return fault(
		"modem/answers",
		`nothing answers to AT at ${url}`,
		"check its power; a stick has several ports and one of them answers: alarmpanel modem ports; an old modem may want ?baud=9600",
	);
}

/** Whether a text is announced, or has to be asked for; null where the modem does not tell. */
async function announces(session: AtSession): Promise<DoctorFinding | null> {
	const { ok: isAnswered, lines } = await session.command("AT+CNMI=?");
	const answer = isAnswered ? answerTo("+CNMI", lines) : null;
	if (answer === null)
		return warning(
			"sms/arrival",
			"the modem does not tell whether it announces texts that arrive",
			'"modem": { "poll": 10 } in the panel\'s file asks for them every 10 s',
		);
	return ok("sms/arrival", "it can announce texts that arrive");
}

/**
 * The time of the network as the modem has it (3GPP TS 27.007, 8.15: +CCLK); null
 * where it has none. Without a network a modem counts from a year of its own.
 */
async function networkTime(session: AtSession): Promise<number | null> {
	const { ok: isAnswered, lines } = await session.command("AT+CCLK?");
	const [text = ""] = isAnswered
		? readParameters(answerTo("+CCLK", lines) ?? "")
		: [];
	const [, year, month, day, hour, minute, second, zone] =
		/^(\d\d)\/(\d\d)\/(\d\d),(\d\d):(\d\d):(\d\d)([+-]\d\d)$/.exec(text) ?? [];
	if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return null;
	if (zone === undefined) return null;
	const local = Date.UTC(
		2000 + Number(year),
		Number(month) - 1,
		Number(day),
		Number(hour),
		Number(minute),
		Number(second),
	);
	return local - Number(zone) * QUARTER;
}

/** Modems that have no time say 70, 80, 00 or 04. */
const FIRST_YEAR = 24;
const LAST_YEAR = 69;
/** The zone is in quarters of an hour. */
const QUARTER = 900_000;
