import { howMany } from "../../how-many.ts";
import type { ModemFacts } from "../../modem/link/modem-info.ts";
import {
	describeRegistration,
	isRegistered,
	registrationAdvice,
} from "../../modem/link/registration.ts";
import { storageAdvice } from "../../modem/link/storage.ts";
import { type DoctorFinding, fault, ok, warning } from "../finding.ts";

/** Below -93 dBm texts begin to fail. */
const WEAK = 10;

/** What is right and wrong with a modem, its SIM, the network and its storage. */
export function* factFindings(facts: ModemFacts): Generator<DoctorFinding> {
	const what = [facts.maker, facts.model, facts.firmware]
		.filter((part) => part !== null)
		.join(" ");
	const imei =
		facts.imei === null
			? ""
			: `, IMEI ${"*".repeat(11)}${facts.imei.slice(-4)}`;
	yield ok(
		"modem/identity",
		what === "" ? "it does not tell what it is" : `${what}${imei}`,
	);
	const sim = simFinding(facts.sim);
	yield sim;
	if (sim.verdict === "fault") return;
	yield* networkFindings(facts);
	yield facts.smsc === null
		? fault(
				"sms/centre",
				"no service centre is set, so nothing can be sent",
				"--smsc NUMBER; the network's help pages tell it",
			)
		: ok("sms/centre", "a service centre is set");
	for (const storage of facts.storages) yield storageFinding(storage);
}

function simFinding({
	state,
	error,
	advice,
	triesLeft,
}: ModemFacts["sim"]): DoctorFinding {
	if (error !== null)
		return fault(
			"sim/there",
			`the SIM cannot be read: ${error}`,
			advice ?? "take the SIM out, clean its contacts and put it in again",
		);
	if (state === null || state === "READY")
		return ok(
			"sim/ready",
			state === null
				? "whether there is a SIM is not told"
				: "the SIM is ready",
		);
	const left =
		triesLeft === null ? "" : `, ${howMany(triesLeft, "try", "tries")} left`;
	if (state === "SIM PIN")
		return fault(
			"sim/ready",
			`the SIM asks for its PIN${left}; the doctor tries none`,
			"serve with ALARMPANEL_PIN set, or switch the PIN off in a phone",
		);
	return fault(
		"sim/ready",
		`the SIM asks for ${state}${left}`,
		state === "SIM PUK"
			? "put the SIM in a phone and enter the PUK; it is on the card's frame"
			: "unlock it in a phone, or ask who sold it",
	);
}

function* networkFindings({
	registration,
	operator,
	signal,
}: ModemFacts): Generator<DoctorFinding> {
	const name = operator === null ? "" : `, ${operator}`;
	const words =
		registration === null
			? "registration is not told"
			: describeRegistration(registration);
	if (registration !== null && !isRegistered(registration))
		yield fault(
			"network/registered",
			`${words}${name}: nothing can be sent or received`,
			registrationAdvice(registration),
		);
	else if (registration !== null && ROAMING.includes(registration))
		yield warning(
			"network/registered",
			`${words}${name}: each text may cost more`,
			"a SIM of this country; or switch roaming off, and see whether the home network is found",
		);
	else yield ok("network/registered", `${words}${name}`);
	const { rssi, dbm, words: strength } = signal;
	if (rssi === null) yield ok("network/signal", "signal: not known");
	else if (rssi < WEAK)
		yield warning(
			"network/signal",
			`the signal is ${strength}, ${dbm} dBm: texts may fail`,
			"move the antenna to a window, away from metal",
		);
	else yield ok("network/signal", `the signal is ${strength}, ${dbm} dBm`);
}

const ROAMING: readonly number[] = [5, 7, 10];

function storageFinding({
	storage,
	used,
	total,
}: ModemFacts["storages"][number]): DoctorFinding {
	const id = "sms/storage";
	const message = `storage ${storage}: ${used} of ${total} in use`;
	if (total > 0 && used >= total)
		return fault(id, `${message}: no text can arrive`, storageAdvice);
	return total > 0 && used / total >= 0.8
		? warning(id, message, storageAdvice)
		: ok(id, message);
}
