import type { PhoneLine } from "../../network/network.ts";
import type {
	PhoneLineFault,
	PhoneLineFaultKind,
} from "../../network/phone-line-fault.ts";
import type { Clock } from "../../time/clock.ts";
import { type Acknowledgement, acknowledgement } from "./acknowledgement.ts";
import { type MessageStore, messageStore } from "./message-store.ts";
import { type SimCard, type SimCardOptions, simCard } from "./sim-card.ts";
import { networkServices, type UssdService } from "./ussd-service.ts";

/** Where messages are kept: the SIM card, the modem's own memory. */
export type StoreName = "SM" | "ME";

/** `+CREG` (3GPP TS 27.007, 7.2): off, at home, searching, denied, unknown, roaming. */
export type Registration = 0 | 1 | 2 | 3 | 4 | 5;

export interface Identity {
	readonly manufacturer: string;
	readonly model: string;
	readonly revision: string;
	readonly imei: string;
	readonly imsi: string;
	readonly iccid: string;
}

export interface EquipmentOptions {
	readonly clock: Clock;
	/** Its phone line, which has its number. */
	readonly line: PhoneLine;
	readonly identity?: Partial<Identity> | undefined;
	readonly sim?: SimCardOptions | undefined;
	/** Places in each store; 30 and 100 where left out. */
	readonly capacity?: Partial<Record<StoreName, number>> | undefined;
	/** Milliseconds after power on in which the SIM card is busy; 0 where left out. */
	readonly simBusyFor?: number | undefined;
	/** Milliseconds until it finds its network once the SIM is ready; 0 where left out. */
	readonly registersAfter?: number | undefined;
	/** The first service centre; the network's where left out, none where empty. */
	readonly serviceCentre?: string | undefined;
	/** Milliseconds that the network takes to accept a message; 0 where left out. */
	readonly sendingTakes?: number | undefined;
	readonly ussd?: UssdService | undefined;
}

/** What a modem keeps while programs come and go. */
export interface Equipment {
	readonly clock: Clock;
	readonly line: PhoneLine;
	readonly identity: Identity;
	readonly sim: SimCard;
	readonly stores: Readonly<Record<StoreName, MessageStore>>;
	/** `+CPMS`: which store is read, written to, received into. */
	readonly preferred: Record<"read" | "write" | "receive", StoreName>;
	readonly ussd: UssdService;
	readonly sendingTakes: number;
	readonly acknowledgement: Acknowledgement;
	/** `+CSCA`. */
	serviceCentre: string;
	/** `+CSQ`: 0 to 31, 99 unknown; and 0 to 7, 99 unknown. */
	signal: { readonly rssi: number; readonly ber: number };
	/** The registration when nothing prevents it. */
	coverage: Registration;
	/** `+CFUN`: 1 is full functionality; 0 and 4 are without radio. */
	functionality: number;
	readonly simBusy: boolean;
	readonly registration: Registration;
	/** The next TP-MR, 0 to 255. */
	nextReference(): number;
	hasFault(kind: PhoneLineFaultKind): boolean;
	/** When a fault ends, in ms since 1970; null where there is none. */
	faultUntil(kind: PhoneLineFaultKind): number | null;
	startFault(fault: PhoneLineFault): void;
	/** Must be called after a change that may matter to registration or to room for messages. */
	changed(): void;
	/** Power off and on: the SIM card asks for its PIN again, and the modem searches for its network. */
	restart(): void;
}

const usualIdentity: Identity = {
	manufacturer: "alarmpanel",
	model: "Virtual Modem",
	revision: "1.0",
	imei: "001010000000013",
	imsi: "001010000000001",
	iccid: "8900100000000000019",
};

/** @param whenRegistrationChanges called after each change */
export function equipment(
	options: EquipmentOptions,
	whenRegistrationChanges: (registration: Registration) => void,
): Equipment {
	const { clock, line, registersAfter = 0 } = options;
	const sim = simCard(options.sim);
	const faults = new Map<PhoneLineFaultKind, number>();
	let reference = 0;
	let simBusyUntil = clock.now() + (options.simBusyFor ?? 0);
	let searchesUntil = simBusyUntil + registersAfter;
	let told: Registration = 0;

	const faultUntil = (kind: PhoneLineFaultKind): number | null => {
		const until = faults.get(kind);
		return until === undefined || until <= clock.now() ? null : until;
	};
	const hasFault = (kind: PhoneLineFaultKind): boolean =>
		faultUntil(kind) !== null;

	const registrationNow = (): Registration => {
		if (self.functionality !== 1 || sim.needs !== "READY") return 0;
		const searching =
			hasFault("no-registration") || searchesUntil > clock.now();
		return searching ? 2 : self.coverage;
	};

	const changed = (): void => {
		const now = registrationNow();
		if (now !== told) {
			told = now;
			whenRegistrationChanges(now);
		}
		if (now === 1 || now === 5) line.ready();
	};

	const self: Equipment = {
		clock,
		line,
		identity: { ...usualIdentity, ...options.identity },
		sim,
		stores: {
			SM: messageStore(options.capacity?.SM ?? 30),
			ME: messageStore(options.capacity?.ME ?? 100),
		},
		preferred: { read: "SM", write: "SM", receive: "SM" },
		ussd: options.ussd ?? networkServices,
		acknowledgement: acknowledgement(clock),
		sendingTakes: options.sendingTakes ?? 0,
		serviceCentre: options.serviceCentre ?? line.serviceCentre,
		signal: { rssi: 20, ber: 0 },
		coverage: 1,
		functionality: 1,
		get simBusy() {
			return simBusyUntil > clock.now();
		},
		get registration() {
			return registrationNow();
		},
		nextReference() {
			reference = (reference + 1) % 256;
			return reference;
		},
		hasFault,
		faultUntil,
		startFault({ kind, duration }) {
			const until = clock.now() + duration;
			faults.set(kind, Math.max(until, faults.get(kind) ?? until));
			clock.at(until, changed);
			changed();
		},
		changed,
		restart() {
			sim.restart();
			self.functionality = 1;
			simBusyUntil = clock.now() + (options.simBusyFor ?? 0);
			searchesUntil = simBusyUntil + registersAfter;
			clock.at(searchesUntil, changed);
			changed();
		},
	};
	told = registrationNow();
	if (searchesUntil > clock.now()) clock.at(searchesUntil, changed);
	return self;
}
