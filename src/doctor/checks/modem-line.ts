import { shellWord } from "../../../grammar/message/shell-word.ts";
import { answerTo, readParameters } from "../../modem/at/at-parameters.ts";
import { AtSession, usualTimeouts } from "../../modem/at/at-session.ts";
import { readModemFacts } from "../../modem/link/modem-info.ts";
import { ModemLineError } from "../../ports/modem-line-error.ts";
import type { ModemPlace } from "../../ports/modem-url.ts";
import { type DoctorFinding, fault, ok, warning } from "../finding.ts";
import { holdersOf } from "../holders.ts";
import type { DoctorWorld } from "../world.ts";
import { factFindings } from "./modem-facts.ts";
import { clockAgainst } from "./system.ts";

/** Milliseconds for one command: a check has three seconds. */
const COMMAND = 2500;
/** For a first answer; where two speeds are tried, each has about half of it. */
const FIRST = 2000;
const FIRST_OF_TWO = 1200;
const FIRST_OF_OTHERS = 1000;

/** The speed of old modems; 115200 is the usual one. */
const SLOW = 9600;

/** The modem at a line of its own: whether it answers, and what it says. */
export async function* lineFindings(
	world: DoctorWorld,
	place: ModemPlace,
	url: string,
): AsyncGenerator<DoctorFinding> {
	const isOpenToSpeed = place.kind === "serial" && !/[?&]baud=/.test(url);
	const urls = isOpenToSpeed ? [url, `${url}?baud=${SLOW}`] : [url];
	for (const each of urls) {
		let session: AtSession | null;
		try {
			session = await answering(
				world,
				each,
				urls.length === 1 ? FIRST : FIRST_OF_TWO,
			);
		} catch (error) {
			if (!(error instanceof ModemLineError)) throw error;
			const { reason, message } = error;
			yield fault("modem/opens", reason, message.slice(reason.length + 2));
			return;
		}
		if (session === null) continue;
		try {
			yield* sessionFindings(world, session);
			if (each !== url)
				yield warning(
					"modem/speed",
					`it answers at ${SLOW} baud only, which the panel has to be told`,
					`--modem ${shellWord(each)}`,
				);
		} finally {
			await session.close();
		}
		return;
	}
	yield silent(url, isOpenToSpeed);
	if (place.kind === "serial" && world.probe)
		yield await otherPorts(world, place.path);
}

async function* sessionFindings(
	{ clock }: DoctorWorld,
	session: AtSession,
): AsyncGenerator<DoctorFinding> {
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
}

/**
 * A session with the modem at a line; null where nothing answers.
 * @param first milliseconds that the first answer may take
 * @throws ModemLineError where the line cannot be opened
 */
async function answering(
	{ clock, modem }: DoctorWorld,
	url: string,
	first: number,
): Promise<AtSession | null> {
	const session = new AtSession({
		transport: await modem.open(url),
		clock,
		timeouts: { ...usualTimeouts, first, command: COMMAND },
		onIndication() {},
		onStray() {},
	});
	const greeting = await session.greet();
	if (greeting.ok || greeting.error.type === "refused") return session;
	await session.close();
	return null;
}

function silent(url: string, isOpenToSpeed: boolean): DoctorFinding {
	const speeds = isOpenToSpeed ? `, neither at 115200 nor at ${SLOW} baud` : "";
	return fault(
		"modem/answers",
		`nothing answers to AT at ${url}${speeds}`,
		isOpenToSpeed
			? "check its power; a stick has several ports and one of them answers: alarmpanel doctor --probe tries the others"
			: "check its power, and that it is a modem that listens there",
	);
}

/** Which of the other ports of modems answer: those that this user may open and nobody has. */
async function otherPorts(
	world: DoctorWorld,
	path: string,
): Promise<DoctorFinding> {
	const { files } = world;
	const device = await files.real(path);
	const others = (await files.names("/dev"))
		.filter((name) => /^tty(USB|ACM)\d+$/.test(name))
		.map((name) => `/dev/${name}`)
		.filter((name) => name !== device)
		.toSorted();
	const answers = await Promise.all(
		others.map(async (other) => {
			const isFree =
				(await files.mayOpen(other)) &&
				(await holdersOf(files, other)).length === 0;
			if (!isFree) return [];
			const session = await answering(
				world,
				`serial://${other}`,
				FIRST_OF_OTHERS,
			).catch(() => null);
			await session?.close();
			return session === null ? [] : [other];
		}),
	);
	const found = answers.flat();
	const [first] = found;
	return first === undefined
		? warning(
				"modem/probe",
				others.length === 0
					? "there is no other port of a modem"
					: `none of the other ports answers to AT: ${others.join(", ")}`,
				"check the modem's power and cable; dmesg says whether it went away",
			)
		: warning(
				"modem/probe",
				`another port answers to AT: ${found.join(", ")}`,
				`--modem serial://${first}`,
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
