import { next, nobody } from "../firmware/outbox/next.ts";
import type { Clock } from "../time/clock.ts";
import { durationText } from "../time/duration.ts";
import type { Machine } from "../time/machine.ts";
import type { Panel } from "./panel.ts";

/** Between two beats, in milliseconds of the machine. */
const BEAT = 5000;
/** So long may a beat be late. */
const LATE = 30_000;
/** So long may what can leave stay: a text is tried for five minutes. */
const STUCK = 600_000;

/**
 * Whether a panel lives: its clock goes, it does what falls due, and what can leave
 * its outbox does. A modem that is gone is no reason to start the panel anew.
 */
export class Liveness {
	readonly #panel: Panel;
	readonly #clock: Clock;
	readonly #machine: Pick<Machine, "steady">;
	readonly #pause: number;
	#lastBeat: number;
	#lastTurn: number;
	/** Since when something could leave the outbox and nothing did; null where not. */
	#stuckSince: number | null = null;
	#cancel: () => void = () => {};
	readonly #stopFollowing: () => void;

	/**
	 * @param clock the panel's
	 * @param speed panel seconds in a real second
	 * @param machine what its beats are judged by: its clock may be set meanwhile
	 */
	constructor(
		panel: Panel,
		clock: Clock,
		speed: number,
		machine: Pick<Machine, "steady">,
	) {
		this.#pause = BEAT * speed;
		this.#panel = panel;
		this.#clock = clock;
		this.#machine = machine;
		this.#lastBeat = machine.steady();
		this.#lastTurn = machine.steady();
		this.#stopFollowing = panel.modem.follow({
			onMail: ({ type }) => {
				if (type === "sent") this.#stuckSince = null;
			},
		});
		this.#askForBeat();
	}

	/** Why it does not live; nothing where it does. */
	get reasons(): readonly string[] {
		const now = this.#machine.steady();
		const stuck = this.#stuckSince === null ? 0 : now - this.#stuckSince;
		return [
			...late("the panel's clock stands still for", now - this.#lastBeat, LATE),
			...late(
				"the panel does not get on with its work for",
				now - this.#lastTurn,
				LATE,
			),
			...late("nothing leaves the outbox for", stuck, STUCK),
		];
	}

	close(): void {
		this.#cancel();
		this.#stopFollowing();
	}

	#askForBeat(): void {
		this.#cancel = this.#clock.at(this.#clock.now() + this.#pause, () =>
			this.#beat(),
		);
	}

	#beat(): void {
		this.#lastBeat = this.#machine.steady();
		this.#askForBeat();
		// A write that fails is over too; one that hangs is not.
		const over = () => {
			this.#lastTurn = this.#machine.steady();
		};
		void this.#panel.catchUp().then(over, over);
		this.#lookAtOutbox();
	}

	#lookAtOutbox(): void {
		const { up, registered } = this.#panel.modem.account;
		// What goes to a receiver does not wait for the modem.
		const { state } = this.#panel;
		const leaving = next(state, nobody, this.#clock.now(), "texts");
		const mayLeave = up && registered && leaving?.sms != null;
		if (!mayLeave) this.#stuckSince = null;
		else this.#stuckSince ??= this.#machine.steady();
	}
}

function late(what: string, length: number, most: number): readonly string[] {
	if (length <= most) return [];
	return [`${what} ${durationText(Math.floor(length / 1000) * 1000)}`];
}
