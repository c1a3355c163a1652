import { howMany } from "../../how-many.ts";
/** What a modem says about itself, and what to make of it. */

import { adviceOn, describeAtError } from "../at/at-error.ts";
import { answerTo, readParameters } from "../at/at-parameters.ts";
import type { AtSession } from "../at/at-session.ts";
import {
	describeRegistration,
	isRegistered,
	readRegistration,
	registrationAdvice,
} from "./registration.ts";
import { operatorIn, type Signal, signalIn } from "./signal.ts";
import {
	pinTriesLeft,
	simQuestion,
	simQuestionOptions,
	simStateIn,
} from "./sim.ts";
import { type StorageUse, usesIn } from "./storage.ts";
import { type Charset, decodeText } from "./text-mode.ts";

/** Facts; null where the modem does not tell. */
export interface ModemFacts {
	/** The line that it is on. */
	readonly line: string;
	readonly maker: string | null;
	readonly model: string | null;
	readonly firmware: string | null;
	/** The modem's number (IMEI). */
	readonly imei: string | null;
	readonly sim: SimFacts;
	/** A status of +CREG. */
	readonly registration: number | null;
	readonly operator: string | null;
	readonly signal: Signal;
	/** The service centre's number. */
	readonly smsc: string | null;
	readonly storages: readonly StorageUse[];
}

export interface SimFacts {
	/** `READY`, `SIM PIN` …; null where there is an error instead. */
	readonly state: string | null;
	/** `+CME ERROR: 10 (SIM not inserted)` and what to do. */
	readonly error: string | null;
	readonly advice: string | null;
	/** Tries for the PIN before the SIM blocks. */
	readonly triesLeft: number | null;
}

/** One line of the verdict. */
export interface ModemFinding {
	readonly topic: "sim" | "network" | "signal" | "service-centre" | "storage";
	/** Bad: nothing can be sent or received. Warning: not for long. */
	readonly verdict: "good" | "warning" | "bad";
	readonly message: string;
	/** What to do; null where nothing is to be done. */
	readonly advice: string | null;
}

/**
 * Asks a modem about itself. Changes only echo, the form of errors and the
 * character set.
 * @param charset the one that was agreed on in this session, null in PDU mode;
 * left out where none was: another program may have left any
 */
export async function readModemFacts(
	session: AtSession,
	charset?: Charset | null,
): Promise<ModemFacts> {
	await session.command("ATE0");
	await session.command("AT+CMEE=1");
	const used = charset === undefined ? await plainCharset(session) : charset;
	const said = async (command: string) => {
		const { ok, lines } = await session.command(command);
		const [line] = lines;
		// `+CGMM: E1550` on some, `E1550` on most.
		return ok && line !== undefined
			? line.replace(/^\+[A-Z]+: ?/, "").replaceAll('"', "")
			: null;
	};
	const maker = await said("AT+CGMI");
	const model = await said("AT+CGMM");
	const firmware = await said("AT+CGMR");
	const imei = await said("AT+CGSN");
	const sim = await readSim(session);
	const registration = await readRegistration(session);
	const operator = operatorIn(await answered(session, "AT+COPS?"), used);
	const signal = signalIn(await answered(session, "AT+CSQ"));
	const centre = answerTo("+CSCA", await answered(session, "AT+CSCA?"));
	const storages = usesIn(await answered(session, "AT+CPMS?"));
	return {
		line: session.name,
		maker,
		model,
		firmware,
		imei,
		sim,
		registration,
		operator,
		signal,
		smsc:
			decodeText(readParameters(centre ?? "")[0] ?? "", used ?? "IRA") || null,
		storages,
	};
}

/** What is good, what is not, and what to do about it. */
export function findingsOn(facts: ModemFacts): ModemFinding[] {
	const sim = simFinding(facts.sim);
	if (sim.verdict === "bad") return [sim];
	return [
		sim,
		networkFinding(facts),
		signalFinding(facts.signal),
		centreFinding(facts.smsc),
		...facts.storages.map(storageFinding),
	];
}

/** The verdict in one sentence. */
export function verdictOn(findings: readonly ModemFinding[]): string {
	const bad = findings.filter(({ verdict }) => verdict === "bad");
	const warnings = findings.filter(({ verdict }) => verdict === "warning");
	const [first] = [...bad, ...warnings];
	if (first === undefined) return "Ready to send and receive.";
	const { message, advice } = first;
	const state = bad.length > 0 ? "Not ready" : "Ready, but";
	return `${state}: ${message}${advice === null ? "" : `; ${advice}`}.`;
}

/** Facts, findings and verdict for a terminal. */
export function modemInfoText(facts: ModemFacts): string {
	const findings = findingsOn(facts);
	const told = [facts.maker, facts.model, facts.firmware].filter(
		(part) => part !== null,
	);
	const lines = [
		`modem: ${told.join(" ") || "does not tell what it is"}, at ${facts.line}`,
		...(facts.imei === null ? [] : [`IMEI: ${facts.imei}`]),
		...findings.map(({ message, advice, verdict }) =>
			advice === null || verdict === "good" ? message : `${message}: ${advice}`,
		),
		verdictOn(findings),
	];
	return `${lines.join("\n")}\n`;
}

function simFinding({
	state,
	error,
	advice,
	triesLeft,
}: SimFacts): ModemFinding {
	const topic = "sim";
	if (error !== null) {
		return { topic, verdict: "bad", message: `SIM: ${error}`, advice };
	}
	if (state === null || state === "READY") {
		const message = state === null ? "SIM: not told" : "SIM: ready";
		return { topic, verdict: "good", message, advice: null };
	}
	const left =
		triesLeft === null ? "" : `, ${howMany(triesLeft, "try", "tries")} left`;
	const puk = state === "SIM PUK";
	return {
		topic,
		verdict: "bad",
		message: `SIM: asks for ${state}${left}`,
		advice: puk
			? "put the SIM in a phone and enter the PUK"
			: "set the PIN in the modem's settings, or switch it off in a phone",
	};
}

function networkFinding({ registration, operator }: ModemFacts): ModemFinding {
	const topic = "network";
	const name = operator === null ? "" : `, ${operator}`;
	if (registration === null) {
		const message = `network: not told${name}`;
		return { topic, verdict: "good", message, advice: null };
	}
	const message = `network: ${describeRegistration(registration)}${name}`;
	if (isRegistered(registration)) {
		return { topic, verdict: "good", message, advice: null };
	}
	const advice = registrationAdvice(registration);
	return { topic, verdict: "bad", message, advice };
}

function signalFinding({ rssi, dbm, words }: Signal): ModemFinding {
	const strength = dbm === null ? words : `${words} (${dbm} dBm)`;
	const poor = rssi !== null && rssi < 6;
	return {
		topic: "signal",
		verdict: poor ? "warning" : "good",
		message: `signal: ${strength}`,
		advice: poor ? "move the antenna" : null,
	};
}

function centreFinding(smsc: string | null): ModemFinding {
	const topic = "service-centre";
	return smsc === null
		? {
				topic,
				verdict: "bad",
				message: "service centre: none",
				advice: "set its number; the network's help pages tell it",
			}
		: {
				topic,
				verdict: "good",
				message: `service centre: ${smsc}`,
				advice: null,
			};
}

function storageFinding({ storage, used, total }: StorageUse): ModemFinding {
	const share = total === 0 ? 0 : used / total;
	const full = total > 0 && used >= total;
	return {
		topic: "storage",
		verdict: full ? "bad" : share >= 0.8 ? "warning" : "good",
		message: `storage ${storage}: ${used} of ${total} in use`,
		advice:
			share >= 0.8 ? "delete messages, or let read ones be deleted" : null,
	};
}

/** Sets a plain character set; where that is refused, the one that is set. Null is plain. */
async function plainCharset(session: AtSession): Promise<Charset | null> {
	if ((await session.command('AT+CSCS="IRA"')).ok) return null;
	const told = answerTo("+CSCS", await answered(session, "AT+CSCS?"));
	return readParameters(told ?? "")[0] === "UCS2" ? "UCS2" : null;
}

async function readSim(session: AtSession): Promise<SimFacts> {
	const answer = await session.command(simQuestion, simQuestionOptions);
	if (!answer.ok) {
		const { error } = answer;
		const unknown = error.type === "refused" && error.result.type === "error";
		return {
			state: null,
			error: unknown ? null : describeAtError(error),
			advice: unknown ? null : adviceOn(error),
			triesLeft: null,
		};
	}
	const state = simStateIn(answer.lines);
	const asks = state !== null && state !== "READY";
	const triesLeft = asks ? await pinTriesLeft(session) : null;
	return { state, error: null, advice: null, triesLeft };
}

async function answered(
	session: AtSession,
	command: string,
): Promise<readonly string[]> {
	const { ok, lines } = await session.command(command);
	return ok ? lines : [];
}
