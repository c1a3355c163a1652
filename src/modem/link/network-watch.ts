import type { Clock } from "../../time/clock.ts";
import type { ModemEvent } from "./modem-event.ts";
import type { ModemLink } from "./modem-link.ts";
import {
	describeRegistration,
	isRegistered,
	registrationAdvice,
} from "./registration.ts";

export interface NetworkWatchParts {
	readonly clock: Clock;
	readonly link: ModemLink;
	/** Milliseconds without network or modem until that is coverage lost. */
	readonly grace: number;
	readonly onEvent: (event: ModemEvent) => void;
}

/** Whether there is a network, what it is called and how strong it is; tells what changes. */
export class NetworkWatch {
	private readonly parts: NetworkWatchParts;
	private told: "found" | "lost" | null = null;
	private registration = "no modem";
	private advice: string | null = null;
	private cancelGrace: (() => void) | null = null;
	private operator: string | null = null;
	private dbm: number | null = null;

	constructor(parts: NetworkWatchParts) {
		this.parts = parts;
		this.startGrace();
	}

	/** A registration status. Null, where the modem does not tell, counts as registered. */
	registered(status: number | null): void {
		const found = status === null || isRegistered(status);
		this.registration =
			status === null ? "registration not told" : describeRegistration(status);
		this.advice = found ? null : registrationAdvice(status);
		this.parts.link.setRegistered(found);
		if (found) this.tell("found");
		else this.startGrace();
	}

	/** The modem is gone, and its network with it. */
	modemGone(): void {
		this.registration = "no modem";
		this.advice = null;
		this.startGrace();
	}

	measured(dbm: number | null): void {
		if (dbm === this.dbm) return;
		this.dbm = dbm;
		this.parts.onEvent({ type: "signal", dbm });
	}

	operatorNamed(operator: string | null): void {
		if (operator === this.operator) return;
		this.operator = operator;
		this.parts.onEvent({ type: "operator", name: operator });
	}

	close(): void {
		this.cancelGrace?.();
	}

	private startGrace(): void {
		if (this.cancelGrace !== null || this.told === "lost") return;
		const { clock, grace } = this.parts;
		this.cancelGrace = clock.at(clock.now() + grace, () => this.tell("lost"));
	}

	private tell(state: "found" | "lost"): void {
		this.cancelGrace?.();
		this.cancelGrace = null;
		if (this.told === state) return;
		this.told = state;
		const { registration, advice } = this;
		this.parts.onEvent({ type: "coverage", state, registration, advice });
	}
}
