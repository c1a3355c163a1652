import type { PanelIdentity } from "../firmware/answer/response.ts";
import {
	after,
	next,
	nextTry,
	nobody,
	type Outgoing,
	type Sending,
	type Unreached,
} from "../firmware/outbox/next.ts";
import { respondToMail } from "../firmware/respond-to-mail.ts";
import { channel, type OpenChannel } from "../network/channel.ts";
import type { ChannelEffect, Rule } from "../network/channel-rule.ts";
import { type Network, virtualNetwork } from "../network/network.ts";
import { clock, type PanelEvent } from "../panel/state/event.ts";
import type { Outcome } from "../panel/state/outcome.ts";
import type { PanelState } from "../panel/state/state.ts";
import { transition } from "../panel/transition.ts";
import type { ReceivedPart } from "../sms/received-part.ts";
import { type SteppedClock, steppedClock } from "../time/stepped-clock.ts";
import type { HeardText, PanelInVirtualTime } from "./direct-panel.ts";
import { type Handed, NetworkEnd, outlookOf } from "./network-end.ts";
import { NetworkNumbers } from "./network-numbers.ts";
import type { Observer } from "./observer.ts";
import { nextHalt } from "./report-delivery.ts";

/** A text that came to a phone, with its service-centre time. */
export interface ArrivedText extends Outgoing {
	/** Milliseconds since 1970; null where it is not known. */
	readonly sentAt: number | null;
}

/** What the channel did to a message. */
export interface ChannelDeed {
	readonly from: string;
	readonly to: string;
	readonly effects: readonly ChannelEffect[];
}

/**
 * A panel and its phones on the virtual network, in virtual time. A conversation
 * with a channel rule runs on it. Network, channel and repeat rule are those of a
 * panel at a modem; there are no AT lines and no hourly limit.
 */
export class PanelOnNetwork implements PanelInVirtualTime {
	private readonly identity: PanelIdentity;
	private readonly time: SteppedClock;
	private readonly channel: OpenChannel;
	private readonly network: Network;
	private readonly numbers: NetworkNumbers;
	private readonly modem: NetworkEnd;
	private readonly phones = new Map<string, NetworkEnd>();
	private readonly observer: Observer | null;
	private present: PanelState;
	private sending = false;
	private unreached: Unreached = nobody;
	private forgetWake: () => void = () => {};
	private forgetRetry: () => void = () => {};
	/** What came while there was no power. */
	private readonly waiting: ReceivedPart[] = [];
	private arrived: ArrivedText[] = [];
	private deeds: ChannelDeed[] = [];
	private heardTexts: HeardText[] = [];

	/**
	 * @param now milliseconds since 1970-01-01T00:00:00Z
	 * @param seed of the channel's chance
	 */
	constructor(
		identity: PanelIdentity,
		state: PanelState,
		now: number,
		rules: readonly Rule[],
		seed: number,
		observer: Observer | null = null,
	) {
		this.observer = observer;
		this.identity = identity;
		this.present = state;
		this.time = steppedClock(now);
		this.channel = channel(rules, seed);
		this.numbers = new NetworkNumbers(identity.number);
		this.network = virtualNetwork({
			clock: this.time,
			channel: {
				seed,
				effectsOn: (message) => {
					const effects = this.channel.effectsOn(message);
					if (effects.length > 0) this.deeds.push({ ...message, effects });
					return effects;
				},
			},
		});
		this.modem = new NetworkEnd(
			this.time,
			this.network.line(identity.number),
			(whole) => this.take(whole),
		);
		this.askForWake();
	}

	get state(): PanelState {
		return this.present;
	}

	get now(): number {
		return this.time.now();
	}

	/** A message may be on its way, too. */
	get halt(): number | null {
		return this.time.next;
	}

	/** Adds a rule to the channel. */
	follow(rule: Rule): void {
		this.channel.add(rule);
	}

	/** Puts these rules in the place of the channel's. */
	followOnly(rules: readonly Rule[]): void {
		this.channel.replace(rules);
	}

	/**
	 * A phone texts the panel. All that follows at this instant is done.
	 * @param validity minutes after which the text is delivered no more
	 */
	text(from: string, text: string, validity: number | null = null): void {
		this.begin();
		this.phone(from).text(this.identity.number, text, validity);
		this.time.advanceTo(this.time.now());
	}

	/** Something happens at the panel. */
	happen(event: PanelEvent): Outcome {
		this.begin();
		this.observer?.happened(this.present, event);
		const outcome = transition(this.present, event, this.time.now());
		this.adopt(outcome.state);
		this.time.advanceTo(this.time.now());
		return outcome;
	}

	/** It becomes that instant; whatever is due on the way happens at its own. */
	advanceTo(instant: number): void {
		this.begin();
		this.time.advanceTo(instant);
		this.adopt(transition(this.present, ticked, instant).state);
		this.time.advanceTo(instant);
	}

	/** What came to phones in the last of these steps. */
	get sent(): readonly ArrivedText[] {
		return this.arrived;
	}

	/** What the channel did in the last of these steps. */
	get channelDeeds(): readonly ChannelDeed[] {
		return this.deeds.map(({ from, to, effects }) => ({
			from: this.numbers.nameOf(from),
			to: this.numbers.nameOf(to),
			effects,
		}));
	}

	/** The last text that the panel heard in the last of these steps. */
	get heard(): HeardText | null {
		return this.heardTexts.at(-1) ?? null;
	}

	get allHeard(): readonly HeardText[] {
		return this.heardTexts;
	}

	private begin(): void {
		this.arrived = [];
		this.deeds = [];
		this.heardTexts = [];
	}

	private phone(name: string): NetworkEnd {
		const number = this.numbers.numberOf(name);
		const known = this.phones.get(number);
		if (known !== undefined) return known;
		const made = new NetworkEnd(
			this.time,
			this.network.line(number),
			({ text, sentAt }) => this.arrived.push({ to: name, text, sentAt }),
		);
		this.phones.set(number, made);
		return made;
	}

	/** Without power a text waits in the modem. */
	private take(whole: ReceivedPart): void {
		if (this.hasPower) this.hear(whole);
		else this.waiting.push(whole);
	}

	private hear({ from, named, text, sentAt, concatenation }: ReceivedPart) {
		const mail = {
			from: this.numbers.nameOf(from),
			named,
			text,
			sentAt,
			reference: concatenation?.reference ?? null,
		};
		const response = respondToMail(
			this.identity,
			this.present,
			mail,
			this.time.now(),
			Number.POSITIVE_INFINITY,
		);
		this.heardTexts.push({
			at: this.time.now(),
			from: mail.from,
			text,
			before: this.present,
			response,
		});
		this.observer?.heard(response);
		this.adopt(response.state);
	}

	private adopt(state: PanelState): void {
		if (state === this.present) return;
		this.observer?.moved(this.present, state, this.time.now());
		this.present = state;
		this.askForWake();
		this.sendDue();
		for (const whole of this.hasPower ? this.waiting.splice(0) : [])
			this.take(whole);
	}

	private get hasPower(): boolean {
		return this.present.runtime.cutAt === null;
	}

	private askForWake(): void {
		this.forgetWake();
		const due = nextHalt(this.present);
		if (due !== null)
			this.forgetWake = this.time.at(due, () =>
				this.adopt(transition(this.present, ticked, this.time.now()).state),
			);
	}

	private sendDue(): void {
		if (this.sending) return;
		const leaving = next(this.present, this.unreached, this.time.now());
		if (leaving === null) {
			this.askForRetry();
			return;
		}
		this.sending = true;
		this.send(leaving.sms, (sending) => {
			this.sending = false;
			const now = this.time.now();
			const left = after(leaving, sending, this.unreached, now);
			this.unreached = left.unreached;
			if (left.event !== null)
				this.adopt(transition(this.present, left.event, now).state);
			this.sendDue();
		});
	}

	private askForRetry(): void {
		this.forgetRetry();
		const instant = nextTry(this.present, this.unreached, this.time.now());
		this.forgetRetry =
			instant === null ? () => {} : this.time.at(instant, () => this.sendDue());
	}

	/** @param done told what came of it, never before this returns */
	private send(sms: Outgoing | null, done: (sending: Sending) => void): void {
		if (sms === null) {
			this.time.at(this.time.now(), () => done("failed"));
			return;
		}
		const { to, text } = sms;
		const { number } = this.identity;
		// The recipient needs a phone on the network.
		if (to !== number) this.phone(to);
		this.modem.send(
			to === number ? number : this.numbers.numberOf(to),
			text,
			() => this.hasPower,
			(handed) => done(this.sendingOf(handed)),
		);
	}

	private sendingOf(handed: Handed): Sending {
		if (handed === "accepted") return "sent";
		if (outlookOf(handed) === "never") return "failed";
		return this.hasPower ? "later" : "withheld";
	}
}

const ticked: PanelEvent = { type: "time", by: clock };
