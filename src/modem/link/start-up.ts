/** From an open line to a modem that sends and receives. */

import { describeAtError } from "../at/at-error.ts";
import { answerTo, readNumber, readParameters } from "../at/at-parameters.ts";
import type { ModemEvent } from "./modem-event.ts";
import { readRegistration } from "./registration.ts";
import {
	faultOf,
	type SimParts,
	type StartFault,
	setPduMode,
	unlockSim,
	whileBusy,
} from "./sim.ts";
import {
	receivingStorage,
	type StorageOffer,
	selectStorage,
	storagesIn,
} from "./storage.ts";
import { type Charset, charsets, decodeText, encodeText } from "./text-mode.ts";

/** How the modem was set up. */
export interface StartFacts {
	/** The service centre's number; null where there is none, or it is not told. */
	readonly smsc: string | null;
	/** Where received messages are kept; null for a modem that cannot be told. */
	readonly storage: string | null;
	/** Where messages may lie from before. */
	readonly storages: readonly string[];
	/** What the modem offers besides, for selecting a storage. */
	readonly otherStorages: StorageOffer["others"];
	/** How messages are learnt of. */
	readonly receive: "indication" | "direct" | "polling" | "off";
	/** Whether +CMT and +CDS are to be acknowledged (+CSMS: phase 2+). */
	readonly acknowledge: boolean;
	/** The `AT+CNMI=…` that the modem took; null where it took none. */
	readonly indications: string | null;
	/** Null in PDU mode. */
	readonly charset: Charset | null;
	/** A status of +CREG, null where the modem does not tell. */
	readonly registration: number | null;
}

export type StartUp =
	| { readonly ok: true; readonly facts: StartFacts }
	| { readonly ok: false; readonly fault: StartFault };

export interface StartUpParts extends SimParts {
	readonly onEvent: (event: ModemEvent) => void;
}

/** Sets the modem up. Total: a fault says what is wrong and what to do. */
export async function startUp(parts: StartUpParts): Promise<StartUp> {
	const { session, settings } = parts;
	const failed = (fault: StartFault) => ({ ok: false, fault }) as const;
	const greeting = await session.greet();
	if (!greeting.ok && greeting.error.type !== "refused") {
		return failed(faultOf(greeting.error));
	}
	await session.command("ATE0");
	await session.command("AT+CMEE=1");
	for (const line of settings.init) await initialise(parts, line);
	await switchOn(parts);
	const locked = await unlockSim(parts);
	if (locked !== null) return failed(locked);

	const charset = await chooseMode(parts);
	if (charset === "refused") {
		return failed({
			reason: `the modem has no ${settings.mode} mode`,
			advice: "use the other mode",
			final: false,
		});
	}
	const smsc = await chooseServiceCentre(parts, charset);
	const storing = await chooseStorage(parts);
	const acknowledge =
		settings.receive === "direct" && (await acceptsPhase2(parts));
	const indications = await chooseIndications(parts);
	await session.command("AT+CREG=1");
	const registration = await readRegistration(session);
	return {
		ok: true,
		facts: {
			smsc,
			...storing,
			receive: receiveBy(parts, indications),
			acknowledge,
			indications,
			charset,
			registration,
		},
	};
}

async function initialise(parts: StartUpParts, line: string): Promise<void> {
	const answer = await parts.session.command(line);
	if (!answer.ok) warn(parts, describeAtError(answer.error));
}

/** Leaves flight mode. */
async function switchOn({ session }: StartUpParts): Promise<void> {
	const { ok, lines } = await session.command("AT+CFUN?");
	const level = ok ? readNumber(answerTo("+CFUN", lines) ?? "") : null;
	if (level !== null && level !== 1) await session.command("AT+CFUN=1");
}

async function chooseMode(
	parts: StartUpParts,
): Promise<Charset | null | "refused"> {
	const { session, settings } = parts;
	if (settings.mode === "pdu") {
		const { ok } = await setPduMode(parts);
		// For the operator's name and USSD: a program before may have left another.
		await session.command('AT+CSCS="IRA"');
		return ok ? null : "refused";
	}
	if (!(await session.command("AT+CMGF=1")).ok) return "refused";
	for (const charset of charsets) {
		const { ok } = await session.command(`AT+CSCS="${charset}"`);
		if (ok) return charset;
	}
	return "IRA";
}

/** Sets or reads the service centre; a SIM just unlocked is slow to tell it. */
async function chooseServiceCentre(
	parts: StartUpParts,
	charset: Charset | null,
): Promise<string | null> {
	const { settings } = parts;
	if (settings.smsc !== null) {
		const type = settings.smsc.startsWith("+") ? 145 : 129;
		const { smsc } = settings;
		const number = charset === null ? smsc : encodeText(smsc, charset);
		const command = `AT+CSCA="${number}",${type}`;
		const set = await whileBusy(parts, command);
		if (set.ok) return settings.smsc;
		warn(parts, describeAtError(set.error));
	}
	const { ok, lines } = await whileBusy(parts, "AT+CSCA?");
	const told = answerTo("+CSCA", lines);
	const [number = ""] = readParameters(told ?? "");
	if (number !== "") {
		return charset === null ? number : decodeText(number, charset);
	}
	// A modem that answers OK and no more keeps it to itself.
	if (ok && told === null) return null;
	warn(
		parts,
		"the SIM has no service centre: set its number, or nothing can be sent",
	);
	return null;
}

async function chooseStorage(parts: StartUpParts) {
	const { session, settings } = parts;
	const { ok, lines } = await whileBusy(parts, "AT+CPMS=?");
	const offer = storagesIn(ok ? lines : []);
	const { read: storages, others: otherStorages } = offer;
	const wanted = settings.storage === "auto" ? [] : [settings.storage];
	for (const wish of [...wanted, ...storages]) {
		const storage = receivingStorage(wish, offer);
		const command = selectStorage(wish, storage, offer);
		if ((await session.command(command)).ok) {
			const all = new Set([storage, wish, ...storages]);
			return { storage, storages: [...all], otherStorages };
		}
		warn(parts, `the modem does not take ${wish} as storage`);
	}
	return { storage: null, storages, otherStorages };
}

async function acceptsPhase2({ session }: StartUpParts): Promise<boolean> {
	const { ok } = await session.command("AT+CSMS=1");
	return ok;
}

/**
 * Asks for indications, the best first: messages by place or by themselves,
 * reports by themselves or by place.
 */
async function chooseIndications({
	session,
	settings,
}: StartUpParts): Promise<string | null> {
	const { receive, receiveEnabled } = settings;
	const asked = receiveEnabled && receive !== "polling";
	const messages = asked ? (receive === "direct" ? 2 : 1) : 0;
	const reports = settings.statusReport ? [1, 2, 0] : [0];
	const tries = reports.flatMap((report) => [
		`AT+CNMI=2,${messages},0,${report},0`,
		`AT+CNMI=2,${messages},0,${report}`,
	]);
	for (const command of [...tries, `AT+CNMI=1,${messages},0,0,0`]) {
		const { ok } = await session.command(command);
		if (ok) return command;
	}
	return null;
}

function receiveBy(parts: StartUpParts, indications: string | null) {
	const { receive, receiveEnabled } = parts.settings;
	if (!receiveEnabled) return "off";
	if (receive === "polling" || indications !== null) return receive;
	warn(parts, "the modem does not announce messages: it is polled");
	return "polling";
}

function warn({ onEvent }: StartUpParts, reason: string): void {
	onEvent({ type: "warning", reason });
}
